import type { Pace } from './settle.ts';

/** From how many screens a second a reader flies, and below how many one reads again. */
const FLYING = 1.2;
const READING = 0.8;
/** The time between two drawings, in milliseconds: the least, which an eye sees as motion and which is half the work of
 * every frame, and the most that counts: where none came for a while, no speed is known. */
const LEAST = 30;
const MOST = 200;
/** How long nothing may move before a reader counts as stopping, and as resting, in milliseconds. */
const STOP = 180;
const REST = 600;

/** What follows the scroll. */
export interface Followed {
  /** Marked `data-away` while it is far from the screen. */
  element: Element;
  /** Called once, when it first comes near; it is looked at when that is done. */
  arrive: () => void | Promise<void>;
  /** Draws what belongs to the present place; true where another frame is needed to come to rest. */
  look: (pace: Pace) => boolean;
}

/**
 * The only listener to scrolling. Calls `look` of every section near the screen, at most thirty times a second, and
 * only while one is near and something moves; `rest` when the reader has stopped for a while.
 * @returns a function that stops it
 */
export function observeScroll(sections: readonly Followed[], rest: () => void = () => undefined): () => void {
  const near = new Set<Element>();
  let frame = 0;
  let stopped = true;
  let last = { top: scrollY, time: 0 };
  let flying = false;
  const look = (time: number): void => {
    frame = 0;
    if (time - last.time < LEAST) {
      ask();
      return;
    }
    const screens = Math.abs(scrollY - last.top) / innerHeight;
    const speed = (1000 * screens) / Math.min(MOST, time - last.time);
    last = { top: scrollY, time };
    flying = speed > (flying ? READING : FLYING);
    const pace = flying ? 'flying' : stopped ? 'stopped' : 'reading';
    let more = false;
    for (const section of sections) if (near.has(section.element)) more = section.look(pace) || more;
    if (more) ask();
  };
  const ask = (): void => {
    frame ||= requestAnimationFrame(look);
  };
  /** When the page last moved; one timer waits for it to be long ago, however often it moves meanwhile. */
  let moved = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    const still = performance.now() - moved;
    waiting = undefined;
    if (still >= STOP && !stopped) {
      stopped = true;
      ask();
    }
    if (still < REST) waiting = setTimeout(wait, (stopped ? REST : STOP) - still);
    else rest();
  };
  const scrolled = (): void => {
    // What was waited for was the end of a rest that is over.
    if (stopped) {
      clearTimeout(waiting);
      waiting = undefined;
    }
    stopped = false;
    moved = performance.now();
    ask();
    waiting ??= setTimeout(wait, STOP);
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
      target.toggleAttribute('data-away', !isIntersecting);
      const section = sections.find(({ element }) => element === target);
      if (isIntersecting && section && !arrived.has(target)) {
        arrived.add(target);
        void Promise.resolve(section.arrive()).then(ask);
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
  /** In another layout nobody has read on from where they were. */
  const resized = (): void => {
    last = { ...last, top: Infinity };
    ask();
  };
  addEventListener('resize', resized, { passive: true });
  return () => {
    observer.disconnect();
    removeEventListener('scroll', widen);
    removeEventListener('scroll', scrolled);
    removeEventListener('resize', resized);
    clearTimeout(waiting);
    cancelAnimationFrame(frame);
  };
}
