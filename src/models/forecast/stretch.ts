/** Which days of a graph (by place) are asked about, and after how many the answers become known. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** 1: each day is asked about with all days before it known. More: so many days are asked about at a time. */
  readonly block: number;
}
