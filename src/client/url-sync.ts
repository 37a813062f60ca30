// The page's address: made normal on arrival, led to the nearest good place, and kept where the reader rests.
import { READING_LINE } from '$lib/scrolly/position.ts';
import redirects from '#config/redirects.json';
import { resolveAnchor } from '$lib/url/anchors.ts';
import { isCanonical, serializeQuery, parseQuery } from '$lib/url/query-state.ts';

/** Least time between two changes of the address, in milliseconds: browsers stop a page that changes it too often. */
const LEAST = 1500;

/** Changes the address without a new entry. A browser may refuse; nothing is lost by that. */
export function replaceAddress(query: string, fragment: string): void {
  const address = `${location.pathname}${query}${fragment}`;
  if (address === `${location.pathname}${location.search}${location.hash}`) return;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // The next rest tries again.
  }
}

/** Leaves out of the query what is unknown, invalid or a default, and puts the rest in order. */
export function canonicalizeQuery(): void {
  if (!isCanonical(location.search))
    replaceAddress(serializeQuery(parseQuery(location.search)), location.hash);
}

/**
 * Leads a reader who came with a fragment to what it names, or to the nearest good place, and says so.
 * @param say is told what to say to a reader who is not where the address said
 */
export function scrollToAnchor(say: (text: string) => void): void {
  const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
  const { id, exact } = resolveAnchor(location.hash, ids, new Map(Object.entries(redirects)));
  if (!exact) {
    replaceAddress(location.search, id === '' ? '' : `#${id}`);
    say(
      id === ''
        ? 'There is no such place here; this is the start.'
        : 'That address has changed; this is the nearest place.',
    );
  }
  const target = id === '' ? null : document.getElementById(id);
  if (!target) return;
  const go = (): void => {
    target.scrollIntoView({ block: 'start', behavior: 'instant' });
  };
  if (!exact) go();
  const from = scrollY;
  // Type may come late and move what lies below it; a reader who has gone on by then is left alone.
  void document.fonts.ready.then(() => {
    if (Math.abs(scrollY - from) < 2 && from > 0) go();
  });
}

/**
 * Keeps the address at the place where the reader rests.
 * @param steps every step, in reading order
 * @returns to be called when the reader has stopped
 */
export function addressKeeper(steps: readonly Element[]): () => void {
  const began = scrollY;
  let moved = false;
  let last = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(waiting);
    const wait = last + LEAST - performance.now();
    if (wait > 0) {
      waiting = setTimeout(keep, wait);
      return;
    }
    // Who has not moved yet keeps the address they came with.
    moved ||= Math.abs(scrollY - began) > 4 && Math.abs(scrollY - landed) > 4;
    if (!moved) return;
    const line = innerHeight * READING_LINE;
    const at = steps.findLast((step) => step.getBoundingClientRect().top <= line);
    last = performance.now();
    replaceAddress(location.search, at ? `#${at.id}` : '');
  };
  // The browser itself scrolls to a fragment, some time after the page has begun.
  let landed = began;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      landed = scrollY;
    }),
  );
  return keep;
}

/**
 * Lets Back return to the very place that a link was followed from: a browser forgets it where the address has been
 * changed in between.
 */
export function keepPlace(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('a[href^="#"]')) return;
    try {
      history.replaceState({ y: Math.round(scrollY) }, '', location.href);
    } catch {
      // The browser's own memory of the place is left.
    }
  });
  addEventListener('popstate', ({ state }: { state: unknown }) => {
    if (typeof state !== 'object' || state === null || !('y' in state) || typeof state.y !== 'number') return;
    const top = state.y;
    requestAnimationFrame(() => {
      scrollTo({ top, behavior: 'instant' });
    });
  });
}
