// What a lens does to the words of a page: withheld sentences and rows give way to one line that says why, and how many.
import {
  parseEvidence,
  hiddenSentencesNote,
  hiddenReasonFor,
  hiddenText,
  type EvidenceFilter,
} from '$lib/data/filter.ts';
import { capitalize } from '$lib/data/format.ts';
import type { HiddenReason } from '$lib/data/schema.ts';

/** Why an element's statement is withheld: for what it rests on itself, or for what a figure or a citation in it does. */
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

/** Puts a line in the place of withheld statements. */
function note(before: Element, text: string): void {
  const line = document.createElement(before.tagName === 'SPAN' ? 'span' : 'p');
  line.className = 'hidden-note';
  line.textContent = text;
  if (before.tagName === 'SPAN') before.before(line, ' ');
  else before.append(line);
}

/** Whether nothing but space stands between an element and the one after it. */
const adjoins = (one: Element, next: Element | undefined): boolean => {
  let node = one.nextSibling;
  while (node && node !== next) {
    if (node.nodeType !== Node.COMMENT_NODE && (node.textContent ?? '').trim() !== '') return false;
    node = node.nextSibling;
  }
  return node !== null && node === next;
};

/**
 * Shows and withholds every statement of a page by a lens. May be called again and again; the clear lens restores all.
 * @returns how many statements there are and how many are shown
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
    // A row keeps its name: only what it says is withheld. A sentence has none.
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
