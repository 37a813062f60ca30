/** How long nothing may move before a reader counts as stopping, and as resting, in milliseconds. */
const STOP = 180;
const REST = 600;

/** What follows the scroll. */
export interface Followed {
  element: Element;
  /** Called once, when it first comes near. */
  arrive: () => void;
  /** Draws what belongs to the present place; true where another frame is needed to come to rest. */
  look: (stopped: boolean) => boolean;
}

/**
 * The only listener to scrolling. Calls `look` of every section near the screen, at most once a frame, and only while
 * one is near and something moves; `rest` when the reader has stopped for a while.
 * @returns a function that stops it
 */
export function follow(sections: readonly Followed[], rest: () => void = () => undefined): () => void {
  const near = new Set<Element>();
  let frame = 0;
  let stopped = true;
  const look = (): void => {
    frame = 0;
    let more = false;
    for (const section of sections) if (near.has(section.element)) more = section.look(stopped) || more;
    if (more) ask();
  };
  let stopping: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    frame ||= requestAnimationFrame(look);
  };
  const scrolled = (): void => {
    stopped = false;
    ask();
    clearTimeout(stopping);
    stopping = setTimeout(() => {
      stopped = true;
      ask();
    }, STOP);
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
    clearTimeout(stopping);
    clearTimeout(resting);
    cancelAnimationFrame(frame);
  };
}
