import type {PlatformKind} from "./parameters.ts";

/** SIPRI's words for each kind, at the end of a description: "aircraft engine" is no aircraft. First match wins. */
const words: readonly (readonly [PlatformKind, RegExp])[] = [
  ["helicopter", /helicopter$/i],
  ["combat aircraft", /(?:fighter|bomber|ground-attack|combat)\S* aircraft$|armed drone$/i],
  ["other aircraft", /(?:aircraft|drone)$/i],
  ["vehicle", /(?:tank|vehicle|bridgelayer|tank destroyer|personnel carrier)$/i],
  [
    "ship",
    /(?:frigate|corvette|cruiser|destroyer|submarine|ship|boat|craft|carrier|minesweeper|minehunter|tanker|tug)$/i,
  ],
];

/** What kind of platform an order is for; null for engines, sensors, weapons and munitions. */
export function platformKind(description: string): PlatformKind | null {
  return words.find(([, pattern]) => pattern.test(description.trim()))?.[0] ?? null;
}
