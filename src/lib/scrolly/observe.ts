/** Time without movement after which a reader counts as idle, in milliseconds. */
const IDLE_MS = 600;

/** A section that follows the scroll. */
export interface ObservedSection {
  /** Marked `data-away` while it is far from the screen. */
  element: Element;
  /** Called once, when the section first comes near; `update` follows when it has finished. */
  onEnter: () => void | Promise<void>;
  /** Draws the state for the current scroll position. */
  update: () => void;
}

/**
 * Registers the only scroll listener. Updates each section near the screen once a frame, and only while the
 * page moves.
 * @param onIdle called when the reader has been idle for a while
 * @returns a function that stops it
 */
export function observeScroll(
  sections: readonly ObservedSection[],
  onIdle: () => void = () => undefined,
): () => void {
  const near = new Set<Element>();
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let moved = 0;
  const draw = (): void => {
    frame = 0;
    for (const section of sections) if (near.has(section.element)) section.update();
  };
  const ask = (): void => {
    frame ||= requestAnimationFrame(draw);
  };
  /** A single timer waits for the last movement, however often the page moves meanwhile. */
  const wait = (): void => {
    const still = performance.now() - moved;
    timer = still < IDLE_MS ? setTimeout(wait, IDLE_MS - still) : undefined;
    if (timer === undefined) onIdle();
  };
  const onScroll = (): void => {
    moved = performance.now();
    ask();
    timer ??= setTimeout(wait, IDLE_MS);
  };
  const listen = (): void => {
    removeEventListener('scroll', onScroll);
    if (near.size > 0) addEventListener('scroll', onScroll, { passive: true });
  };
  const entered = new Set<Element>();
  const onIntersect = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
      target.toggleAttribute('data-away', !isIntersecting);
      const section = sections.find(({ element }) => element === target);
      if (isIntersecting && section && !entered.has(target)) {
        entered.add(target);
        void Promise.resolve(section.onEnter()).then(ask);
      }
    }
    listen();
    ask();
  };
  const watch = (rootMargin: string): IntersectionObserver => {
    const observer = new IntersectionObserver(onIntersect, { rootMargin });
    for (const { element } of sections) observer.observe(element);
    return observer;
  };
  // Until the reader scrolls, only visible sections load.
  let observer = watch('0px');
  const preloadAhead = (): void => {
    observer.disconnect();
    near.clear();
    observer = watch('60% 0px');
  };
  addEventListener('scroll', preloadAhead, { passive: true, once: true });
  addEventListener('resize', ask, { passive: true });
  return () => {
    observer.disconnect();
    removeEventListener('scroll', preloadAhead);
    removeEventListener('scroll', onScroll);
    removeEventListener('resize', ask);
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}
