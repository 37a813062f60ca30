// What an address can say of how a page is read: the grammar of `?…`, version 1. Kept small, so that it never breaks.

/** One key of the grammar: its default, and what it may be. */
interface Key {
  default: string;
  holds: (value: string) => boolean;
}

const among =
  (...values: string[]) =>
  (value: string): boolean =>
    values.includes(value);

/** A day of the calendar. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  // A day that a month does not have is one of another month.
  return year >= 1900 && year < 2100 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}

/** Three whole numbers that come to 100, as a reader's weights are written. */
function isWeights(value: string): boolean {
  const parts = value.split('-');
  if (parts.length !== 3 || !parts.every((part) => /^(0|[1-9]\d?|100)$/.test(part))) return false;
  return parts.reduce((sum, part) => sum + Number(part), 0) === 100;
}

/** An id of the story: published, and never an ordinal. */
const isId = (value: string): boolean => /^[a-z][a-z0-9]*(--?[a-z0-9]+)*$/.test(value);

/** Keys in the order in which they are written. */
const KEYS = {
  g: { default: '1', holds: among('1') },
  view: { default: 'scroll', holds: among('scroll', 'flat') },
  step: { default: '', holds: isId },
  tab: { default: 'chart', holds: among('chart', 'table', 'text') },
  ui: { default: '', holds: among('full', 'min', 'none') },
  theme: { default: 'auto', holds: among('auto', 'light', 'dark') },
  motion: { default: 'auto', holds: among('auto', 'none') },
  labels: { default: 'on', holds: among('on', 'off') },
  ev: { default: 'all', holds: among('all', 'reported', 'confirmed') },
  asof: { default: 'latest', holds: (value) => value === 'latest' || isDay(value) },
  w: { default: '', holds: isWeights },
} as const satisfies Record<string, Key>;

/** A key of the grammar. */
export type StateKey = keyof typeof KEYS;
const NAMES = Object.keys(KEYS) as StateKey[];

/** A state: every key with its value, defaults written out. */
export type State = Record<StateKey, string>;

/** Longest value and longest query that are looked at, in characters: nothing of ours is nearly so long. */
const LONGEST = { value: 64, query: 2000 } as const;

/** Whether a key may have a value. */
export const isValue = (name: StateKey, value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST.value && KEYS[name].holds(value);

/** What a query says of a key. */
export type Said = { is: 'valid' | 'invalid'; value: string } | { is: 'missing' };

/** The same made for every key. */
const each = <Value>(make: (name: StateKey) => Value): Record<StateKey, Value> =>
  // The keys are exactly NAMES; a list of pairs cannot tell the type system so.
  Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<StateKey, Value>;

/** The state that an address without a query means. */
export const DEFAULTS: State = each((name) => KEYS[name].default);

/**
 * What a query says, key by key. Pure and total: any text gives an answer, unknown keys are passed over, and of a key
 * that stands twice the first counts.
 * @param query with or without its `?`
 */
export function saidIn(query: string): Record<StateKey, Said> {
  const said = each((): Said => ({ is: 'missing' }));
  for (const pair of query.slice(0, LONGEST.query).replace(/^\?/, '').split('&')) {
    const [key, ...rest] = pair.split('=');
    const name = NAMES.find((one) => one === key);
    if (name === undefined || said[name].is !== 'missing') continue;
    const value = readable(rest.join('='));
    said[name] = {
      is: isValue(name, value) ? 'valid' : 'invalid',
      value,
    };
  }
  return said;
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // Broken escapes are no value of any key.
    return text;
  }
}

/** The state that a query means: what is invalid or missing is its default. Pure and total. */
export function parseQuery(query: string): State {
  const said = saidIn(query);
  return each((name) => {
    const one = said[name];
    return one.is === 'valid' ? one.value : KEYS[name].default;
  });
}

/** A state as a query: defaults left out, keys in order, so that equal states have equal addresses. `''` or `?…`. */
export function serializeQuery(state: Partial<State>): string {
  const pairs = NAMES.flatMap((name) => {
    const value = state[name] ?? KEYS[name].default;
    return value === KEYS[name].default || !KEYS[name].holds(value) ? [] : [`${name}=${value}`];
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** Whether a query is as `serializeQuery` would write it, with nothing unknown or invalid in it. */
export const isCanonical = (query: string): boolean =>
  serializeQuery(parseQuery(query)) === (query === '?' ? '' : query);
