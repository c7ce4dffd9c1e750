import {useId} from "react";
import type {ScenarioBase} from "../../api/index.ts";
import {fieldsOf, type ShockDraft, type ShockField, withValue} from "../shape/scenario-kinds.ts";
import {PartyPicker} from "./party-picker.tsx";

export interface ShockFieldsProps {
  readonly draft: ShockDraft;
  readonly base: ScenarioBase | null;
  /** `sliding` changes are no steps of the browser's history. */
  readonly onChange: (draft: ShockDraft, how: "push" | "replace") => void;
}

/** All that a kind of shock asks for. */
export function ShockFields({draft, base, onChange}: ShockFieldsProps) {
  return fieldsOf(draft.kind).map((field) => (
    <Field
      key={field.key}
      field={field}
      values={draft.values[field.key] ?? []}
      base={base}
      onChange={(values, how = "push") => onChange(withValue(draft, field.key, values), how)}
    />
  ));
}

interface FieldProps {
  readonly field: ShockField;
  readonly values: readonly string[];
  readonly base: ScenarioBase | null;
  readonly onChange: (values: readonly string[], how?: "push" | "replace") => void;
}

function Field({field, values, base, onChange}: FieldProps) {
  const id = useId();
  const [value = ""] = values;
  const {label} = field;
  const one = (text: string) => (text === "" ? [] : [text]);
  switch (field.kind) {
    case "parties":
      return (
        <PartyPicker
          label={label}
          chosen={values}
          states={base?.states ?? []}
          onChange={onChange}
        />
      );
    case "sectors":
      if (base === null || base.sectors.length === 0) return null;
      return (
        <span className="field parties">
          <label htmlFor={id}>{label}</label>
          <select
            id={id}
            multiple
            size={Math.min(5, base.sectors.length)}
            value={values}
            onChange={(event) =>
              onChange([...event.currentTarget.selectedOptions].map((option) => option.value))
            }
          >
            {base.sectors.map((sector) => (
              <option key={sector} value={sector}>
                {sector}
              </option>
            ))}
          </select>
        </span>
      );
    case "number":
      return (
        <span className="field size">
          <label htmlFor={id}>{label}</label>
          {field.usual !== null && (
            <input
              type="range"
              aria-label={`${label}, slider`}
              min={field.min}
              max={field.max}
              step={field.step}
              value={value === "" ? field.usual : value}
              onChange={(event) => onChange([event.currentTarget.value], "replace")}
            />
          )}
          <input
            id={id}
            type="number"
            min={field.min}
            max={field.max}
            step="any"
            value={value}
            required
            onChange={(event) => onChange(one(event.currentTarget.value), "replace")}
          />{" "}
          {field.unit}
        </span>
      );
    case "text":
      return (
        <span className="field">
          <label htmlFor={id}>{label}</label>
          <input
            id={id}
            type="text"
            maxLength={300}
            placeholder={field.hint}
            value={value}
            required={!field.ofOwnNumbers}
            onChange={(event) => onChange(one(event.currentTarget.value), "replace")}
          />
        </span>
      );
    case "choice":
      return (
        <span className="field">
          <label htmlFor={id}>{label}</label>
          <select
            id={id}
            value={value}
            onChange={(event) => onChange(one(event.currentTarget.value))}
          >
            {field.options.map(([option, words], at) => (
              <option key={option} value={at === 0 ? "" : option}>
                {words}
              </option>
            ))}
          </select>
        </span>
      );
    case "flag":
      return (
        <span className="field">
          <input
            id={id}
            type="checkbox"
            checked={value === "yes"}
            onChange={(event) => onChange(event.currentTarget.checked ? ["yes"] : [])}
          />
          <label htmlFor={id}>{label}</label>
        </span>
      );
  }
}
