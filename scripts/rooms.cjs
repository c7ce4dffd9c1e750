/** The rooms of the house, in the order the data walks through them. */
const rooms = [
  "world",
  "math",
  "sources",
  "reading",
  "coding",
  "ledger",
  "pledges",
  "measures",
  "models",
  "stakes",
  "options",
  "audit",
  "briefs",
  "exports",
  "store",
  "pipeline",
  "api",
  "cli",
  "web",
];
const thinking = [
  "world",
  "math",
  "reading",
  "coding",
  "ledger",
  "pledges",
  "measures",
  "models",
  "stakes",
  "options",
  "audit",
  "briefs",
  "exports",
];

module.exports = {rooms, thinking};
