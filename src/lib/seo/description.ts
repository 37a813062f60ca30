import { figureOf, dateText } from '$lib/data/format.ts';
import { need } from '$lib/data/lookup.ts';
import type { Facts } from '$lib/data/schema.ts';

/** The story in one sentence, for whoever has not opened it: its sum and its month come from the record. */
export function lead(facts: Facts): string {
  const month = dateText(need(facts.timeline, 'block-public').date.slice(0, 7));
  const price = figureOf(facts, 'met-palantir-ceiling:long').text;
  return `In ${month} London’s City Hall refused to approve a police software contract worth up to ${price}. What was refused, what it would have cost, who stood where, and what nobody outside can yet see.`.replaceAll(
    '\u00a0',
    ' ',
  );
}
