// What a lens does to the words of a page: withheld sentences and rows give way to one line that says why, and how many.
import { basisFrom, sentencesVeiled, veilOf, veilText, type Lens } from '$lib/data/filter.ts';
import { sentence } from '$lib/data/format.ts';
import type { Veil } from '$lib/data/schema.ts';

/** Why an element's statement is withheld: for what it rests on itself, or for what a figure or a citation in it does. */
function veilIn(say: Element, lens: Lens): Veil | null {
  const parts = [say, ...say.querySelectorAll('[data-basis]')].filter(
    (part) => part === say || part.closest('.say') === say,
  );
  for (const part of parts) {
    const basis = part.getAttribute('data-basis');
    const veil = basis === null ? null : veilOf(basisFrom(basis), lens);
    if (veil !== null) return veil;
  }
  return null;
}

/** Puts a line in the place of withheld statements. */
function note(before: Element, text: string): void {
  const line = document.createElement(before.tagName === 'SPAN' ? 'span' : 'p');
  line.className = 'veil';
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
export function dim(root: ParentNode, lens: Lens): { all: number; shown: number } {
  for (const line of root.querySelectorAll('.veil')) {
    const space = line.nextSibling;
    if (line.tagName === 'SPAN' && space?.nodeType === Node.TEXT_NODE && space.textContent === ' ')
      space.remove();
    line.remove();
  }
  const says = [...root.querySelectorAll<HTMLElement>('.say')];
  const runs: { first: HTMLElement; last: HTMLElement; veil: Veil; count: number }[] = [];
  let shown = 0;
  for (const say of says) {
    const veil = veilIn(say, lens);
    // A row keeps its name: only what it says is withheld. A sentence has none.
    const said = say.querySelector<HTMLElement>(':scope > .said') ?? say;
    said.hidden = veil !== null;
    say.toggleAttribute('data-veiled', veil !== null);
    const run = runs.at(-1);
    if (veil === null) shown += 1;
    else if (say.tagName !== 'SPAN') note(say, `${sentence(veilText(veil, lens))}.`);
    else if (run?.veil === veil && adjoins(run.last, say)) {
      run.count += 1;
      run.last = say;
    } else runs.push({ first: say, last: say, veil, count: 1 });
  }
  for (const { first, count, veil } of runs) note(first, sentencesVeiled(count, veil, lens));
  return { all: says.length, shown };
}
