/** Says something once, for eyes and ears; it goes by itself. */
export function showToast(text: string): void {
  const line = document.querySelector('[data-toast]');
  if (!line) return;
  line.textContent = text;
  setTimeout(() => {
    if (line.textContent === text) line.textContent = '';
  }, 4000);
}
