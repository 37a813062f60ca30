// Comparison keys for dates of the dataset: a partial date counts as its last day.

/** Returns the last day of a date of any precision: the end of a month or year. */
export function endOfPeriod(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10);
}

/** Returns the latest date, or null if the list is empty or any date is null. */
export function latest(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null);
  if (known.length < days.length) return null;
  return known.sort((a, b) => (endOfPeriod(a) < endOfPeriod(b) ? -1 : 1)).at(-1) ?? null;
}
