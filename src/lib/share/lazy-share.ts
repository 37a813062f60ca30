import { showToast } from '$lib/toast.ts';

/** Loads copying and sharing when a reader first uses them. */
export function loadShareOnDemand(): void {
  let control: Promise<(button: HTMLElement) => void> | null = null;
  document.addEventListener('click', ({ target }) => {
    const button =
      target instanceof Element ? target.closest<HTMLElement>('[data-copy], [data-share]') : null;
    if (!button) return;
    control ??= import('./share-actions.ts').then(({ sharePanel }) => sharePanel());
    void control
      .then((act) => {
        act(button);
      })
      .catch(() => {
        control = null;
        showToast('That did not load; the address above is the link to this place');
      });
  });
}
