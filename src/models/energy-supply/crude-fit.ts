import {
  type CrudeGrade,
  type Gap,
  gap,
  listWords,
  nameOf,
  type Reference,
} from "../../world/index.ts";
import type {FuelTrade} from "./fuel-trade.ts";

/** How the grade that is lost compares with what else the buyer's refineries were fed: shares of the other crude, 0 to 1. */
export interface CrudeFit {
  readonly grade: CrudeGrade;
  readonly same: number;
  readonly other: number;
  /** From sellers whose grade is not known here, among them the publisher's areas. */
  readonly unknown: number;
}

/**
 * Whether the buyer's refineries are used to the grade of a seller: how much of what they bought elsewhere is as sour, or
 * as sweet. One grade stands for all that an exporter sells, and what a refinery could take is not known, so this says
 * what it did take.
 */
export function crudeFit(
  trade: FuelTrade,
  sellers: ReadonlySet<string>,
  grades: readonly CrudeGrade[],
  reference: Reference,
): CrudeFit | Gap {
  const gradeOf = new Map(grades.map((grade) => [grade.exporter as string, grade]));
  const grade = [...sellers].flatMap((seller) => gradeOf.get(seller) ?? [])[0];
  const others = [...trade.bySeller].filter(([seller]) => !sellers.has(seller));
  const total = others.reduce((sum, [, value]) => sum + value, 0);
  const what = `how ${nameOf(reference, trade.buyer)}'s refineries fit the crude of ${listWords([...sellers].map((seller) => nameOf(reference, seller)))}`;
  if (grade === undefined)
    return gap(what, "the grade of this seller is not known here", "reference/crude-grades.csv");
  if (!(total > 0)) return gap(what, "it buys from no one else", "the design of its refineries");
  const of = (fits: (sulphur: CrudeGrade["sulphur"] | undefined) => boolean) =>
    others.reduce(
      (sum, [seller, value]) => sum + (fits(gradeOf.get(seller)?.sulphur) ? value : 0),
      0,
    ) / total;
  return {
    grade,
    same: of((sulphur) => sulphur === grade.sulphur),
    other: of((sulphur) => sulphur !== undefined && sulphur !== grade.sulphur),
    unknown: of((sulphur) => sulphur === undefined),
  };
}
