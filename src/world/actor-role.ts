/** What an actor is in the life of its state, as the PLOVER manual names it; IGO for a bloc itself. */
export const actorRoles = [
  "GOV",
  "MIL",
  "LEG",
  "JUD",
  "COP",
  "BUS",
  "IGO",
  "NGO",
  "MED",
  "OPP",
  "REB",
  "CVL",
] as const;
export type ActorRole = (typeof actorRoles)[number];
