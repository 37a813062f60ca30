/**
 * Reports which of some elements, in reading order, crosses the upper part of the screen. Uses an
 * intersection observer, not a scroll listener.
 * @param tell is called with the element's index, or -1 if no element crosses
 * @returns a function that stops it
 */
export function whereabouts(elements: readonly Element[], tell: (index: number) => void): () => void {
  const here = new Set<Element>();
  let last = Number.NaN;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) here.add(target);
        else here.delete(target);
      }
      const index = elements.findLastIndex((element) => here.has(element));
      if (index !== last) tell(index);
      last = index;
    },
    { rootMargin: '-30% 0px -69% 0px' },
  );
  for (const element of elements) observer.observe(element);
  return () => {
    observer.disconnect();
  };
}
