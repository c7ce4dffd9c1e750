/**
 * The rules of PROV-JSON as a JSON Schema, written by us from the W3C member submission of 24 April 2013 (sections 2-4),
 * for no PROV library lives on npm. What it asks: names are qualified by a prefix that is declared, attributes are
 * literals or {$, type}, each relation has its two ends.
 */
const name = "^([A-Za-z_][\\w.-]*|_):[^\\s]*$";

const literal = {
  anyOf: [
    {type: ["string", "number", "boolean"]},
    {
      type: "object",
      required: ["$", "type"],
      additionalProperties: false,
      properties: {$: {type: "string"}, type: {type: "string", pattern: name}},
    },
  ],
};
const attribute = {anyOf: [literal, {type: "array", items: literal}]};
const attributes = {
  type: "object",
  propertyNames: {pattern: name},
  additionalProperties: attribute,
};
const elements = {type: "object", propertyNames: {pattern: name}, additionalProperties: attributes};

const relation = (...ends: readonly string[]) => ({
  type: "object",
  propertyNames: {pattern: name},
  additionalProperties: {
    ...attributes,
    required: ends,
    properties: Object.fromEntries(ends.map((end) => [end, {type: "string", pattern: name}])),
  },
});

const prefix = {type: "object", additionalProperties: {type: "string", format: "uri"}};
const statements = {
  prefix,
  entity: elements,
  activity: elements,
  agent: elements,
  wasGeneratedBy: relation("prov:entity", "prov:activity"),
  used: relation("prov:activity", "prov:entity"),
  wasInformedBy: relation("prov:informed", "prov:informant"),
  wasDerivedFrom: relation("prov:generatedEntity", "prov:usedEntity"),
  wasAttributedTo: relation("prov:entity", "prov:agent"),
  wasAssociatedWith: relation("prov:activity", "prov:agent"),
};

export const provJsonSchema = {
  type: "object",
  additionalProperties: false,
  properties: {
    ...statements,
    bundle: {
      type: "object",
      propertyNames: {pattern: name},
      additionalProperties: {type: "object", additionalProperties: false, properties: statements},
    },
  },
};
