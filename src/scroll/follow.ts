/** How long nothing may move before a reader counts as resting, in milliseconds. */
const REST = 600;

/**
 * The only listener to scrolling. Calls `look` of every section near the screen, at most once a frame, and only while
 * one is near; `arrive` once, when a section first comes near; `rest` when the reader has stopped for a while.
 * @returns a function that stops it
 */
export function follow(
  sections: readonly { element: Element; arrive: () => void; look: () => void }[],
  rest: () => void = () => undefined,
): () => void {
  const near = new Set<Element>();
  let frame = 0;
  const look = (): void => {
    frame = 0;
    for (const section of sections) if (near.has(section.element)) section.look();
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    frame ||= requestAnimationFrame(look);
  };
  const scrolled = (): void => {
    ask();
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
  };
  const listen = (): void => {
    removeEventListener('scroll', scrolled);
    if (near.size > 0) addEventListener('scroll', scrolled, { passive: true });
  };
  const arrived = new Set<Element>();
  const meet = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
      const section = sections.find(({ element }) => element === target);
      if (isIntersecting && section && !arrived.has(target)) {
        arrived.add(target);
        section.arrive();
      }
    }
    listen();
    ask();
  };
  const watch = (rootMargin: string): IntersectionObserver => {
    const watching = new IntersectionObserver(meet, { rootMargin });
    for (const { element } of sections) watching.observe(element);
    return watching;
  };
  // A reader who has not scrolled loads only what the screen shows.
  let observer = watch('0px');
  const widen = (): void => {
    observer.disconnect();
    near.clear();
    observer = watch('60% 0px');
  };
  addEventListener('scroll', widen, { passive: true, once: true });
  addEventListener('resize', ask, { passive: true });
  return () => {
    observer.disconnect();
    removeEventListener('scroll', widen);
    removeEventListener('scroll', scrolled);
    removeEventListener('resize', ask);
    clearTimeout(resting);
    cancelAnimationFrame(frame);
  };
}
