// Copies, shares and cites: for a section its own page, for a chart its step with the reader's state.
import { citationsOf } from '$lib/seo/citation.ts';
import { serializeQuery, parseQuery } from '$lib/url/query-state.ts';
import { showToast } from '$lib/toast.ts';

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

/** Copies the selection with the deprecated command, the only fallback if the clipboard is refused. */
function commandCopy(): boolean {
  const command: unknown = Reflect.get(document, 'execCommand');
  try {
    return typeof command === 'function' && Reflect.apply(command, document, ['copy']) === true;
  } catch {
    return false;
  }
}

/**
 * Copies a text to the clipboard, with the fallback if the clipboard is refused.
 * @returns whether it was copied
 */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'clipboard-buffer';
    (find('#share:popover-open, dialog[open]') ?? document.body).append(field);
    const before = document.activeElement;
    field.select();
    const done = commandCopy();
    field.remove();
    if (before instanceof HTMLElement) before.focus();
    return done;
  }
}

interface Place {
  title: string;
  url: string;
}

/**
 * Returns the target of a button: `data-share-url` is an address relative to this page; a fragment or this
 * page itself keeps the reader's state.
 */
function placeOf(button: HTMLElement): Place {
  // A link contains the reader's own weights only on request.
  const { weightsOf: w } = button.dataset;
  const step = button.closest('[data-step]')?.id ?? '';
  const place = w === undefined ? (button.dataset['shareUrl'] ?? '') : `#${step}`;
  const url = new URL(place, location.href);
  const state = parseQuery(location.search);
  const { ev, asof, view } = state;
  if (place === '') url.search = serializeQuery({ ...state, w: '' });
  else
    url.search = place.startsWith('#')
      ? serializeQuery({ ev, asof, view, ...(w === undefined ? {} : { w }) })
      : serializeQuery({ ev, asof });
  return { title: button.dataset['title'] ?? document.title, url: url.href };
}

async function copy(text: string, field?: HTMLInputElement | null): Promise<void> {
  if (await copied(text)) showToast('Copied');
  else {
    field?.select();
    showToast('Copying was refused: the link stands in the panel');
  }
}

/** Draws the QR code; its encoder loads only on request. Dark on light in every theme. */
async function drawCode(into: Element, url: string): Promise<void> {
  const { encode } = await import('uqr');
  // Scanners need a quiet zone of four modules.
  const { data, size } = encode(url, { border: 4 });
  const element = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const svg = element('svg', {
    viewBox: `0 0 ${size} ${size}`,
    role: 'img',
    'aria-label': `QR code of ${url}`,
  });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? `M${x} ${y}h1v1h-1z` : [])));
  svg.append(
    element('path', { d: `M0 0h${size}v${size}h-${size}z`, fill: 'white' }),
    element('path', { d: dark.join(''), fill: 'black' }),
  );
  into.replaceChildren(svg);
}

function fill(panel: HTMLElement, { title, url }: Place, version: string): void {
  const put = (selector: string, text: string): void => {
    const element = panel.querySelector(selector);
    if (element) element.textContent = text;
  };
  put('[data-share-title]', title);
  const field = panel.querySelector<HTMLInputElement>('[data-share-link]');
  if (field) field.value = url;
  const accessed = new Date().toISOString().slice(0, 10);
  const forms = citationsOf({ title, url, version, accessed });
  for (const form of ['plain', 'bibtex', 'ris'] as const) put(`[data-cite=${form}]`, forms[form]);
  panel.querySelector('[data-qr]')?.replaceChildren();
  for (const details of panel.querySelectorAll('details')) details.open = false;
  for (const one of panel.querySelectorAll('button')) one.disabled = false;
}

/**
 * Hydrates the share panel. Loaded when a reader first uses it.
 * @returns the handler of a copy or share button
 */
export function sharePanel(): (button: HTMLElement) => void {
  const panel = find('#share');
  const field = panel?.querySelector<HTMLInputElement>('[data-share-link]');
  let place: Place = { title: document.title, url: location.href };
  panel?.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (target.matches('[data-share-copy]')) void copy(place.url, field);
    if (target.matches('[data-cite-copy]'))
      void copy(panel.querySelector(`[data-cite=${target.dataset['citeCopy'] ?? ''}]`)?.textContent ?? '');
    if (target.matches('[data-share-send]'))
      // A reader who cancels is not an error.
      void navigator.share({ title: place.title, url: place.url }).catch(() => undefined);
  });
  panel?.querySelector('[data-qr-details]')?.addEventListener('toggle', () => {
    const code = panel.querySelector('[data-qr]');
    if (code?.childElementCount === 0) void drawCode(code, place.url);
  });
  const send = panel?.querySelector<HTMLElement>('[data-share-send]');
  if (send && 'canShare' in navigator && matchMedia('(pointer: coarse)').matches) send.hidden = false;
  return (button) => {
    if (button.matches('[data-copy]')) {
      void copy(placeOf(button).url);
      return;
    }
    place = placeOf(button);
    if (panel) fill(panel, place, panel.dataset['version'] ?? '');
  };
}
