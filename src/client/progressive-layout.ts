/** What is heavy, and may be far from the top of the page: the same as in the style sheet. */
const PARTS = '.step, .furniture, .after';
/** How many are laid out at once: a share of those that are left, so that a longer story is not laid out more often a part;
 * and the least. A slow phone is never busy for long. */
const SHARE = 1 / 12;
const LEAST = 3;

/**
 * The page's first script may have put off the layout of what lies far below (`data-far`), so that a slow phone has words
 * sooner. When nothing else is to be done it is made good, a part at a time, and at once where somebody goes there. It is
 * not left so: what is not laid out is missing for a screen reader that is switched on later.
 */
export function layOutRest(): void {
  const root = document.documentElement;
  if (!root.hasAttribute('data-far')) return;
  const parts = [...document.querySelectorAll(PARTS)];
  const idle = (work: () => void): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 500 });
    else setTimeout(work, 30);
  };
  const all = (): void => {
    root.removeAttribute('data-far');
  };
  const next = (): void => {
    const some = parts.splice(0, Math.max(LEAST, Math.ceil(parts.length * SHARE)));
    for (const part of some) part.setAttribute('data-near', '');
    if (some.length > 0) idle(next);
    else all();
  };
  addEventListener('resize', all, { once: true });
  addEventListener('click', all, { capture: true, once: true });
  idle(next);
}
