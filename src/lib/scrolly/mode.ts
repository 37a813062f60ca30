/** Reading mode of a page: `scroll` binds charts to the scroll, `flat` is the static layout. */
export type View = 'scroll' | 'flat';
/**
 * Layout of charts: beside the text or above every step, both following the scroll, or static in the flow.
 */
export type Place = 'beside' | 'above' | 'flat';

const KEY = 'view';
/** Minimum viewport for a chart beside its text, as in the page's style sheet. */
const ROOM_BESIDE = '(width >= 960px) and (height >= 680px)';
const PAPER = 'print';
const LESS_MOTION = '(prefers-reduced-motion: reduce)';

const root = (): HTMLElement => document.documentElement;

const asked = new Map<string, MediaQueryList>();
/**
 * Returns one cached list per query: it is read on every frame of a scroll, and creating one is slower than
 * reading it.
 */
function media(query: string): MediaQueryList {
  const list = asked.get(query) ?? matchMedia(query);
  asked.set(query, list);
  return list;
}

/** Returns the current reading mode, set by the page's first script or by the reader since. */
export const viewNow = (): View => (root().dataset['view'] === 'scroll' ? 'scroll' : 'flat');

/** Returns the current layout of charts. */
export function currentLayout(): Place {
  if (viewNow() === 'flat' || media(PAPER).matches) return 'flat';
  return media(ROOM_BESIDE).matches ? 'beside' : 'above';
}

/** Returns whether charts should change without intermediate states. */
export const prefersStill = (): boolean => root().dataset['motion'] === 'none' || media(LESS_MOTION).matches;

/** Returns the top of an element, in CSS pixels from the top of the screen. */
const topOf = (element: Element): number => element.getBoundingClientRect().top;

/**
 * Changes a layout without moving the text being read: the first of `anchors` on screen keeps its position.
 */
function inPlace(anchors: readonly Element[], change: () => void): void {
  const anchor = anchors.find((element) => element.getBoundingClientRect().bottom > 80);
  const before = anchor ? topOf(anchor) : 0;
  change();
  if (anchor && scrollY > 0) scrollBy({ top: topOf(anchor) - before, behavior: 'instant' });
}

function remember(view: View): void {
  try {
    localStorage.setItem(KEY, view);
  } catch {
    // Without storage the choice lasts only for this page.
  }
  const url = new URL(location.href);
  if (view === 'flat') url.searchParams.set('view', view);
  else url.searchParams.delete('view');
  history.replaceState(history.state, '', url);
}

/**
 * Makes a button switch between reading with and without motion, and reports every change of layout: the
 * reader's choice, a rotated phone, a changed setting.
 * @param anchors elements a reader may be reading, in order
 */
export function modeControl(
  button: HTMLButtonElement,
  anchors: readonly Element[],
  changed: () => void,
): void {
  const show = (): void => {
    button.textContent = viewNow() === 'flat' ? 'Read with motion' : 'Read without motion';
  };
  button.addEventListener('click', () => {
    inPlace(anchors, () => {
      const view: View = viewNow() === 'flat' ? 'scroll' : 'flat';
      root().dataset['view'] = view;
      remember(view);
      show();
      changed();
    });
  });
  for (const query of [ROOM_BESIDE, LESS_MOTION, PAPER]) media(query).addEventListener('change', changed);
  show();
}
