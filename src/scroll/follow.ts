/**
 * The only listener to scrolling. Calls `look` of every section near the screen, at most once a frame, and only while
 * one is near; `arrive` once, when a section first comes near.
 * @returns a function that stops it
 */
export function follow(
  sections: readonly { element: Element; arrive: () => void; look: () => void }[],
): () => void {
  const near = new Set<Element>();
  let frame = 0;
  const look = (): void => {
    frame = 0;
    for (const section of sections) if (near.has(section.element)) section.look();
  };
  const ask = (): void => {
    frame ||= requestAnimationFrame(look);
  };
  const listen = (): void => {
    removeEventListener('scroll', ask);
    if (near.size > 0) addEventListener('scroll', ask, { passive: true });
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
    removeEventListener('scroll', ask);
    removeEventListener('resize', ask);
    cancelAnimationFrame(frame);
  };
}
