/**
 * Where a period lies on a time axis, as a decimal year: "2016" → 2016.5, "2016-07" → 2016.54, "2001-2005" → 2005.5
 * (a window is drawn at the year in which it closes), "2016-07-14" → 2016.53. Null for what is no period.
 */
export function periodTime(period: string): number | null {
  const window = /^(\d{4})[-–/](\d{4})$/.exec(period);
  if (window) return Number(window[2]) + 0.5;
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(period);
  if (parts === null) return null;
  const [year, month, day] = [parts[1], parts[2], parts[3]].map((part) =>
    part === undefined ? null : Number(part),
  );
  if (year === undefined || year === null) return null;
  if (month === undefined || month === null) return year + 0.5;
  return year + (month - 1) / 12 + ((day ?? 15.5) - 1) / 372;
}
