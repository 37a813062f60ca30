// The messages between an embed and its host. Pure: this file makes and parses messages; others send them.
import { isValue, type State } from '$lib/url/query-state.ts';

/** The name that identifies our embeds in messages in both directions. */
export const SPEAKER = 'who-could-say-no';

/** The state of an embed's frame. */
export interface Frame {
  /** Id of the chart, and the embed's own URL. */
  id: string;
  href: string;
  /** Size of the content, in whole CSS pixels. */
  width: number;
  height: number;
  /** The id that iframe-resizer 4 gives the frame; undefined until the host has sent it. */
  resizer?: string | undefined;
}

/** Returns the secret that WordPress appends to an embed's URL. WordPress ignores messages without it. */
export const secretOf = (href: string): string | undefined => /[?&#]secret=([A-Za-z0-9]+)/.exec(href)?.[1];

/** Returns the id that pym puts into the query of a frame's URL. */
export const childOf = (href: string): string | undefined => /[?&]childId=([\w-]+)/.exec(href)?.[1];

/** Returns the frame's id from the first message of iframe-resizer 4, or undefined for any other message. */
export const resizerOf = (message: unknown): string | undefined =>
  typeof message === 'string' ? /^\[iFrameSizer\]([^:]{1,80}):/.exec(message)?.[1] : undefined;

/**
 * Returns the height in every message format that hosts listen for; each host reads its own and ignores the
 * rest. The messages contain nothing but size, chart id and URL of the embed, so any host may receive them
 * all.
 */
export function heightMessages({ id, href, width, height, resizer }: Frame): unknown[] {
  const [child, secret] = [childOf(href), secretOf(href)];
  return [
    // AMP, and our own listener script, which reads the same format.
    { sentinel: 'amp', type: 'embed-size', height },
    { 'datawrapper-height': { [id]: height } },
    // Medium, Embedly.
    JSON.stringify({ context: 'iframe.resize', src: href, height }),
    // open-iframe-resizer 2
    { type: 'iframe-resized', width, height },
    // Canvas
    { subject: 'lti.frameResize', height },
    { context: 'h5p', action: 'resize', height },
    // The Guardian: block format, then atom format.
    JSON.stringify({ type: 'set-height', value: height }),
    { kind: 'interactive:height', height },
    ...(child === undefined ? [] : [`pymxPYMx${child}xPYMxheightxPYMx${height}`]),
    ...(secret === undefined ? [] : [{ message: 'height', value: height, secret }]),
    ...(resizer === undefined
      ? []
      : [
          `[iFrameSizer]${resizer}:${height}:${width}:init`,
          `[iFrameSizer]${resizer}:${height}:${width}:resizeObserver`,
        ]),
  ];
}

/**
 * Returns a message about an event in the embed, for hosts that want to know. It contains nothing the reader
 * has entered.
 */
export const eventMessage = (
  chartId: string,
  type: 'ready' | 'state' | 'reveal' | 'error',
  data: Readonly<Record<string, string>> = {},
): unknown => ({ source: SPEAKER, v: 1, chartId, type, data });

const SETTABLE = ['step', 'theme', 'motion', 'labels'] as const;
/** The settings that a host may change. */
export type Settings = Partial<Pick<State, (typeof SETTABLE)[number]>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (value: Record<string, unknown>, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));

/**
 * Returns the settings in a host's message, or null unless the message is exactly valid by the rules of the
 * URL's query. Pure; never throws.
 */
export function settingsFrom(message: unknown): Settings | null {
  if (!isRecord(message) || !hasOnly(message, ['target', 'v', 'type', 'data'])) return null;
  const { target, v, type, data } = message;
  if (target !== SPEAKER || v !== 1 || type !== 'set' || !isRecord(data) || !hasOnly(data, SETTABLE))
    return null;
  const settings: Settings = {};
  for (const key of SETTABLE) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    if (value === undefined) continue;
    if (!isValue(key, value)) return null;
    settings[key] = value;
  }
  return Object.keys(settings).length > 0 ? settings : null;
}
