// What an embed and the page around it say to each other. Pure: messages are made and read here, sent elsewhere.
import { isValue, type State } from '$lib/url/query-state.ts';

/** The name under which embeds speak and are spoken to. */
export const SPEAKER = 'who-could-say-no';

/** What is known of the frame that an embed stands in. */
export interface Frame {
  /** Id of the chart, and the embed's own address. */
  id: string;
  href: string;
  /** Size of the content, in whole CSS pixels. */
  width: number;
  height: number;
  /** What a host of iframe-resizer 4 calls the frame, once it has said so. */
  resizer?: string | undefined;
}

/** What WordPress appends to an embed's address; it believes no message without it. */
export const secretOf = (href: string): string | undefined => /[?&#]secret=([A-Za-z0-9]+)/.exec(href)?.[1];

/** What pym calls a frame, in its query. */
export const childOf = (href: string): string | undefined => /[?&]childId=([\w-]+)/.exec(href)?.[1];

/** What iframe-resizer 4 calls a frame, from the message with which it begins; undefined where it is no such message. */
export const resizerOf = (message: unknown): string | undefined =>
  typeof message === 'string' ? /^\[iFrameSizer\]([^:]{1,80}):/.exec(message)?.[1] : undefined;

/**
 * A height in every form that a host listens for: each takes its own and passes over the rest. None holds more than the
 * height, the chart's id and the embed's address, so that all may be sent to whoever frames it.
 */
export function heightMessages({ id, href, width, height, resizer }: Frame): unknown[] {
  const [child, secret] = [childOf(href), secretOf(href)];
  return [
    // AMP, and the listener of ours that reads the same form.
    { sentinel: 'amp', type: 'embed-size', height },
    { 'datawrapper-height': { [id]: height } },
    // Medium, Embedly.
    JSON.stringify({ context: 'iframe.resize', src: href, height }),
    // open-iframe-resizer 2
    { type: 'iframe-resized', width, height },
    // Canvas
    { subject: 'lti.frameResize', height },
    { context: 'h5p', action: 'resize', height },
    // The Guardian: a block, an atom.
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

/** Something that happened in an embed, for a host that wants to know. Nothing that a reader has entered is in it. */
export const eventMessage = (
  chartId: string,
  type: 'ready' | 'state' | 'reveal' | 'error',
  data: Readonly<Record<string, string>> = {},
): unknown => ({ source: SPEAKER, v: 1, chartId, type, data });

const SETTABLE = ['step', 'theme', 'motion', 'labels'] as const;
/** What a host may set. */
export type Settings = Partial<Pick<State, (typeof SETTABLE)[number]>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (value: Record<string, unknown>, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));

/**
 * What a message of a host sets, or null where it is anything but exactly that: the same strict grammar as an address.
 * Pure and total.
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
