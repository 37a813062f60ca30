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
  const observer = new IntersectionObserver(
    (entries) => {
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
    },
    { rootMargin: '60% 0px' },
  );
  for (const { element } of sections) observer.observe(element);
  addEventListener('resize', ask, { passive: true });
  return () => {
    observer.disconnect();
    removeEventListener('scroll', ask);
    removeEventListener('resize', ask);
    cancelAnimationFrame(frame);
  };
}
