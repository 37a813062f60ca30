import { resolveToken, formatDate } from '$lib/data/format.ts';
import { getById } from '$lib/data/lookup.ts';
import type { Dataset } from '$lib/data/schema.ts';

/**
 * Returns the story in one sentence for link previews and search results; its sum and month come from the
 * dataset.
 */
export function lead(facts: Dataset): string {
  const month = formatDate(getById(facts.timeline, 'block-public').date.slice(0, 7));
  const price = resolveToken(facts, 'met-palantir-ceiling:long').text;
  return `In ${month} London’s City Hall refused to approve a police software contract worth up to ${price}. What was refused, what it would have cost, who stood where, and what nobody outside can yet see.`.replaceAll(
    '\u00a0',
    ' ',
  );
}
