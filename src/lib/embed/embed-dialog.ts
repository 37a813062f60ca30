// The embed dialog: the chosen options determine both the preview frame and the code to copy.
import {
  chartUrl,
  embedUrl,
  frameHtml,
  responsiveEmbedHtml,
  type EmbedChoice,
  type EmbedOptions,
} from './snippet.ts';
import { isValue, parseQuery } from '$lib/url/query-state.ts';
import { showToast } from '$lib/toast.ts';
import { copied } from '$lib/share/share-actions.ts';

const KEYS = ['step', 'theme', 'labels', 'ev'] as const;

/** Returns the valid options in the form, by the same rules as the URL's query. */
function choiceIn(form: HTMLFormElement): EmbedChoice {
  const given = new FormData(form);
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = given.get(key);
      return isValue(key, value) ? [[key, value] as const] : [];
    }),
  );
}

/** Adds the behaviour of the embed dialog to the page. */
export function embedDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#take');
  const form = dialog?.querySelector<HTMLFormElement>('[data-choices]');
  const place = dialog?.querySelector('[data-frame-place]');
  const preview = dialog?.querySelector<HTMLElement>('[data-preview]');
  if (!dialog || !form || !place || !preview) return;
  // Our own page wrote this attribute.
  const { of, heights, listener } = JSON.parse(dialog.dataset['embedOptions'] ?? '') as EmbedOptions;
  const frame = document.createElement('iframe');
  frame.title = `Preview: ${of.picture}`;
  frame.style.border = '0';
  const fit = (width: string): void => {
    frame.width = width;
    for (const button of dialog.querySelectorAll<HTMLElement>('[data-width]'))
      button.setAttribute('aria-pressed', String(button.dataset['width'] === width));
  };
  fit(innerWidth < 560 ? '320' : '480');

  const show = (): void => {
    const choice = choiceIn(form);
    const tall = { ...of, height: heights[choice.step ?? ''] ?? of.height };
    const codes: Readonly<Record<string, string>> = {
      link: chartUrl(of, choice),
      frame: frameHtml(tall, choice),
      listened: responsiveEmbedHtml(tall, choice, listener),
    };
    for (const code of dialog.querySelectorAll<HTMLElement>('[data-code]'))
      code.textContent = codes[code.dataset['code'] ?? ''] ?? '';
    // Preview the embed by a relative URL, because the site may not be deployed at its public address yet.
    const address = `../../${embedUrl(of, choice).slice(of.site.length)}`;
    if (frame.getAttribute('src') === address) return;
    frame.src = address;
    frame.height = String(tall.height);
  };
  form.addEventListener('change', show);
  dialog.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const { copyCode, width } = target.dataset;
    if (copyCode !== undefined)
      void copied(dialog.querySelector(`[data-code=${copyCode}]`)?.textContent ?? '').then((done) => {
        showToast(done ? 'Copied' : 'Copying was refused: mark the text and copy it by hand');
      });
    if (width !== undefined) fit(width);
  });
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return;
    if ('sentinel' in data && 'height' in data && typeof data.height === 'number')
      frame.height = String(Math.min(4000, Math.max(120, data.height)));
  });
  const open = (): void => {
    for (const [key, value] of Object.entries(parseQuery(location.search))) {
      const field = form.elements.namedItem(key);
      if (field instanceof HTMLSelectElement) field.value = value;
    }
    preview.hidden = false;
    if (!place.contains(frame)) place.append(frame);
    show();
    dialog.showModal();
  };
  document.querySelector('[data-embed-open]')?.addEventListener('click', open);
  if (location.hash === '#take') open();
}
