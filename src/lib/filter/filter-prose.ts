// Applies a filter to the text of a page: one line replaces hidden sentences and rows, with the reason and
// the count.
import {
  parseEvidence,
  hiddenSentencesNote,
  hiddenReasonFor,
  hiddenText,
  type EvidenceFilter,
} from '$lib/data/filter.ts';
import { capitalize } from '$lib/data/format.ts';
import type { HiddenReason } from '$lib/data/schema.ts';

/**
 * Returns why an element's statement is hidden: because of its own evidence, or that of a figure or citation
 * in it.
 */
function veilIn(say: Element, lens: EvidenceFilter): HiddenReason | null {
  const parts = [say, ...say.querySelectorAll('[data-evidence]')].filter(
    (part) => part === say || part.closest('.statement') === say,
  );
  for (const part of parts) {
    const basis = part.getAttribute('data-evidence');
    const hiddenReason = basis === null ? null : hiddenReasonFor(parseEvidence(basis), lens);
    if (hiddenReason !== null) return hiddenReason;
  }
  return null;
}

/** Inserts a note in place of hidden statements. */
function note(before: Element, text: string): void {
  const line = document.createElement(before.tagName === 'SPAN' ? 'span' : 'p');
  line.className = 'hidden-note';
  line.textContent = text;
  if (before.tagName === 'SPAN') before.before(line, ' ');
  else before.append(line);
}

/** Returns whether only white space separates an element from the next one. */
const adjoins = (one: Element, next: Element | undefined): boolean => {
  let node = one.nextSibling;
  while (node && node !== next) {
    if (node.nodeType !== Node.COMMENT_NODE && (node.textContent ?? '').trim() !== '') return false;
    node = node.nextSibling;
  }
  return node !== null && node === next;
};

/**
 * Shows and hides every statement of a page by a filter. May be called repeatedly; the inactive filter shows
 * everything.
 * @returns the number of statements and the number shown
 */
export function filterProse(root: ParentNode, lens: EvidenceFilter): { all: number; shown: number } {
  for (const line of root.querySelectorAll('.hidden-note')) {
    const space = line.nextSibling;
    if (line.tagName === 'SPAN' && space?.nodeType === Node.TEXT_NODE && space.textContent === ' ')
      space.remove();
    line.remove();
  }
  const says = [...root.querySelectorAll<HTMLElement>('.statement')];
  const runs: { first: HTMLElement; last: HTMLElement; hiddenReason: HiddenReason; count: number }[] = [];
  let shown = 0;
  for (const say of says) {
    const hiddenReason = veilIn(say, lens);
    // A row keeps its name and hides only its statement; a sentence has no name.
    const said = say.querySelector<HTMLElement>(':scope > .statement-text') ?? say;
    said.hidden = hiddenReason !== null;
    say.toggleAttribute('data-hidden-reason', hiddenReason !== null);
    const run = runs.at(-1);
    if (hiddenReason === null) shown += 1;
    else if (say.tagName !== 'SPAN') note(say, `${capitalize(hiddenText(hiddenReason, lens))}.`);
    else if (run?.hiddenReason === hiddenReason && adjoins(run.last, say)) {
      run.count += 1;
      run.last = say;
    } else runs.push({ first: say, last: say, hiddenReason, count: 1 });
  }
  for (const { first, count, hiddenReason } of runs)
    note(first, hiddenSentencesNote(count, hiddenReason, lens));
  return { all: says.length, shown };
}
