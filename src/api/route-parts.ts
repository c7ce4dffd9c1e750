import {z} from "@hono/zod-openapi";
import {type Day, isDay} from "../world/index.ts";

/** The day as of which an answer is asked. */
export const dayParam = z
  .string()
  .refine((text) => isDay(text), {message: "is no day; write YYYY-MM-DD"})
  .optional()
  .openapi({description: "Answer with what was known on this day", example: "2022-01-01"});

/** A state or bloc, by its code. */
export const partyParam = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,15}$/, {error: "is no code of a state or bloc"})
  .openapi({example: "IDN"});

/** What a route takes that asks only for the day. */
export const onDay = {query: z.object({asOf: dayParam})};

/** The day that was asked for, checked by `dayParam`; today where none was. */
export const askedDay =
  (today: () => Day) =>
  (asOf: string | undefined): Day =>
    asOf === undefined ? today() : (asOf as Day);

const errorSchema = z
  .strictObject({
    error: z.strictObject({status: z.number(), message: z.string(), whatToDo: z.string()}),
  })
  .openapi("Error");
const failing = Object.fromEntries(
  [400, 403, 404, 413, 500].map((status) => [
    status,
    {description: "A failing answer", content: {"application/json": {schema: errorSchema}}},
  ]),
);
/** A route that answers JSON of this shape. */
export const json = <Body>(description: string) => ({
  200: {
    description,
    content: {"application/json": {schema: z.custom<Body>().openapi({type: "object"})}},
  },
  ...failing,
});
/** A route that answers text. */
export const text = (description: string, type: string) => ({
  200: {description, content: {[type]: {schema: z.string()}}},
  ...failing,
});
