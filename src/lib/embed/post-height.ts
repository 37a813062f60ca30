// The embed's side of the messages: it sends its height to the host and receives settings.
import { heightMessages, resizerOf, settingsFrom, type Settings } from './messages.ts';

/** Minimum time between two height messages, in milliseconds: at most ten a second. */
const LEAST = 100;

/**
 * Sends the height of the content to the host: once, on every change, and again after every message of the
 * host, because a host may start to listen late.
 * @param content the element to measure
 * @param id id of the chart
 * @param set receives the settings that the host sends
 */
export function speak(content: Element, id: string, set: (settings: Settings) => void): void {
  if (parent === window) return;
  let resizer: string | undefined;
  let sent = 0;
  let last = -Infinity;
  /** Whether to send the height even if it has not changed. */
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

/** Browsers that can size a frame to its content have to be asked. */
function native(): void {
  const ask: unknown = Reflect.get(window, 'requestResize');
  if (typeof ask === 'function') Reflect.apply(ask, window, []);
}
