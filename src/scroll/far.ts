/**
 * Lets a browser leave out what is far from the screen, at the size that it had: the style sheet does it while the page's
 * root says `data-far`.
 * @returns to be called when sizes have changed: everything is laid out once more, and left out again
 */
export function leaveOutFar(): () => void {
  const root = document.documentElement;
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
  measure();
  return measure;
}
