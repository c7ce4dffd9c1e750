import type {Method} from "../world/index.ts";

/** "un-agreement@1": a recipe in one word. */
export function methodName({id, version}: Method): string {
  return `${id}@${version}`;
}
