// Dates of the record as keys for comparing: a partial date counts as its last day.

/** Last day on which something of that date can have happened or become known: a month's or a year's end. */
export function endOfPeriod(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10);
}

/** The latest of some dates; null where one of them is not known, or where there is none. */
export function latest(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null);
  if (known.length < days.length) return null;
  return known.sort((a, b) => (endOfPeriod(a) < endOfPeriod(b) ? -1 : 1)).at(-1) ?? null;
}
