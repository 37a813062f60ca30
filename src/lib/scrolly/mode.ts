/** How a page is read: bound to the scroll, or flat. */
export type View = 'scroll' | 'flat';
/** Where pictures stand: beside the text and following it, above every step, or once, still, in the flow. */
export type Place = 'beside' | 'above' | 'flat';

const KEY = 'view';
/** Room for a graphic beside its text, as in the page's style sheet. */
const ROOM_BESIDE = '(width >= 960px) and (height >= 680px)';
const PAPER = 'print';
const LESS_MOTION = '(prefers-reduced-motion: reduce)';

const root = (): HTMLElement => document.documentElement;

const asked = new Map<string, MediaQueryList>();
/** One list a query: it is asked in every frame of a scroll, and making one costs more than reading it. */
function media(query: string): MediaQueryList {
  const list = asked.get(query) ?? matchMedia(query);
  asked.set(query, list);
  return list;
}

/** How the page is read now; the page's first script has decided, or a reader since. */
export const viewNow = (): View => (root().dataset['view'] === 'scroll' ? 'scroll' : 'flat');

/** Where pictures stand now. */
export function currentLayout(): Place {
  if (viewNow() === 'flat' || media(PAPER).matches) return 'flat';
  return media(ROOM_BESIDE).matches ? 'beside' : 'above';
}

/** Whether pictures should change without passing through what lies between. */
export const prefersStill = (): boolean => root().dataset['motion'] === 'none' || media(LESS_MOTION).matches;

/** What an element's top is at, in CSS pixels from the top of the screen. */
const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** Changes a layout without moving what is being read: the first of `anchors` on screen stays where it is. */
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
    // A reader without storage chooses again next time; nothing else is lost.
  }
  const url = new URL(location.href);
  if (view === 'flat') url.searchParams.set('view', view);
  else url.searchParams.delete('view');
  history.replaceState(history.state, '', url);
}

/**
 * Makes a button change between reading with and without motion, and tells of every change of place: the reader's
 * choice, a turned phone, a changed setting.
 * @param anchors what a reader may be reading, in order
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
