// The embed's side of what is said between it and the page around it: its height goes out, a few settings come in.
import { heightMessages, resizerOf, settingsFrom, type Settings } from './messages.ts';

/** Least time between two heights, in milliseconds: ten a second. */
const LEAST = 100;

/**
 * Tells whoever frames this page how tall its content is: once, on every change, and again whenever the host says
 * anything, since a host may begin to listen late.
 * @param content what is measured
 * @param id the chart's
 * @param set is given what the host sets
 */
export function speak(content: Element, id: string, set: (settings: Settings) => void): void {
  if (parent === window) return;
  let resizer: string | undefined;
  let sent = 0;
  let last = -Infinity;
  /** Whether the host is owed the height, though it is what was sent. */
  let owed = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    clearTimeout(waiting);
    const { width, height } = content.getBoundingClientRect();
    const tall = Math.ceil(height);
    if (tall === 0 || (tall === sent && !owed)) return;
    const wait = last + LEAST - performance.now();
    if (wait > 0) {
      waiting = setTimeout(send, wait);
      return;
    }
    [sent, last, owed] = [tall, performance.now(), false];
    const frame = { id, href: location.href, width: Math.round(width), height: tall, resizer };
    for (const message of heightMessages(frame)) parent.postMessage(message, '*');
    native();
  };
  new ResizeObserver(send).observe(content, { box: 'border-box' });
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent) return;
    const settings = settingsFrom(data);
    if (settings) set(settings);
    resizer = resizerOf(data) ?? resizer;
    owed = true;
    send();
  });
  send();
}

/** Browsers that size a frame to its content by themselves want to be asked. */
function native(): void {
  const ask: unknown = Reflect.get(window, 'requestResize');
  if (typeof ask === 'function') Reflect.apply(ask, window, []);
}
