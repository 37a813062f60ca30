// Keeps the page's URL in canonical form, resolves its fragment, and updates it to the step where the reader
// stops.
import { READING_LINE } from '$lib/scrolly/position.ts';
import redirects from '#config/redirects.json';
import { resolveAnchor } from '$lib/url/anchors.ts';
import { isCanonical, serializeQuery, parseQuery } from '$lib/url/query-state.ts';

/**
 * Minimum time between two changes of the URL, in milliseconds: browsers block a page that changes it too
 * often.
 */
const LEAST = 1500;

/** Changes the URL without adding a history entry. If the browser refuses, the URL stays as it was. */
export function replaceAddress(query: string, fragment: string): void {
  const address = `${location.pathname}${query}${fragment}`;
  if (address === `${location.pathname}${location.search}${location.hash}`) return;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // The URL is updated the next time the reader stops.
  }
}

/** Removes unknown, invalid and default values from the query and sorts the rest. */
export function canonicalizeQuery(): void {
  if (!isCanonical(location.search))
    replaceAddress(serializeQuery(parseQuery(location.search)), location.hash);
}

/**
 * Scrolls to the element that the fragment names, or to the nearest match, and tells the reader if it is not
 * exact.
 * @param say receives the message for a reader whose fragment had no exact match
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
  // Late fonts can move the target. Scroll again unless the reader has scrolled in the meantime.
  void document.fonts.ready.then(() => {
    if (Math.abs(scrollY - from) < 2 && from > 0) go();
  });
}

/**
 * Updates the URL's fragment to the step where the reader stops.
 * @param steps every step, in reading order
 * @returns a callback to run when the reader has stopped scrolling
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
    // Until the reader has scrolled, the URL keeps the fragment they arrived with.
    moved ||= Math.abs(scrollY - began) > 4 && Math.abs(scrollY - landed) > 4;
    if (!moved) return;
    const line = innerHeight * READING_LINE;
    const at = steps.findLast((step) => step.getBoundingClientRect().top <= line);
    last = performance.now();
    replaceAddress(location.search, at ? `#${at.id}` : '');
  };
  // The browser scrolls to a fragment by itself, some time after the script has started.
  let landed = began;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      landed = scrollY;
    }),
  );
  return keep;
}

/**
 * Stores the scroll position before an in-page link is followed, so that Back returns to it. A browser loses
 * its own record of the position once the URL has been changed in between.
 */
export function keepPlace(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('a[href^="#"]')) return;
    try {
      history.replaceState({ y: Math.round(scrollY) }, '', location.href);
    } catch {
      // The browser's own scroll restoration still works.
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
