/**
 * Lets a browser leave out what is far from the screen, at the size that it had or about has: the style sheet does it
 * while the page's root says `data-far`, for what does not say `data-near`. The page's first script says so where a
 * reader begins at the top.
 * @param elements what may be left out
 * @returns to be called when sizes have changed: everything is laid out once more, and left out again
 */
export function leaveOutFar(elements: readonly Element[]): () => void {
  const root = document.documentElement;
  // What is near has long been laid out when it comes onto the screen: nothing moves there.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) target.toggleAttribute('data-near', isIntersecting);
    },
    { rootMargin: '200% 0px' },
  );
  for (const element of elements) observer.observe(element);
  let frame = 0;
  // A browser remembers a size in the frame in which it has laid it out.
  const measure = (): void => {
    root.removeAttribute('data-far');
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        root.setAttribute('data-far', '');
      });
    });
  };
  let width = innerWidth;
  addEventListener(
    'resize',
    () => {
      // A phone's bar that comes and goes changes the height alone, and that often.
      if (innerWidth !== width) measure();
      width = innerWidth;
    },
    { passive: true },
  );
  // A place in the page is found exactly when all before it has its size.
  addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('a[href^="#"]')) measure();
    },
    { capture: true },
  );
  if (!root.hasAttribute('data-far')) measure();
  return measure;
}
