import { resolveToken, formatDate } from '$lib/data/format.ts';
import { getById } from '$lib/data/lookup.ts';
import type { Dataset } from '$lib/data/schema.ts';

/** The story in one sentence, for whoever has not opened it: its sum and its month come from the record. */
export function lead(facts: Dataset): string {
  const month = formatDate(getById(facts.timeline, 'block-public').date.slice(0, 7));
  const price = resolveToken(facts, 'met-palantir-ceiling:long').text;
  return `In ${month} London’s City Hall refused to approve a police software contract worth up to ${price}. What was refused, what it would have cost, who stood where, and what nobody outside can yet see.`.replaceAll(
    '\u00a0',
    ' ',
  );
}
