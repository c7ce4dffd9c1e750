/** What changes against the economy that it is given with. */
export interface SectorShock {
  /** θ of each sector, above 0: a one per cent rise in trade cost lowers a flow by θ per cent, unit costs held. */
  readonly elasticities: Float64Array;
  /** Tariffs after the change, by flow; without it they stay. */
  readonly tariffs?: Float64Array;
  /** B: factor on each flow's trade costs, already raised to θ; 1 is no change. */
  readonly costFactors?: Float64Array;
  /** Factor on what each sector of each state makes of its inputs, sector × state: 1.05 is five per cent more. */
  readonly productivity?: Float64Array;
  /** Deficits after the change, in units of world value added of the base; without it they stay. */
  readonly deficits?: Float64Array;
  /** Largest change of any logarithm that may be left; 1e-9 without it. */
  readonly tolerance?: number;
}
