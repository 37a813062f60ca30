// The query grammar `?…`, version 1: the reading state in an address. Kept small, so that old addresses keep
// working.

/** One key of the grammar: its default and its valid values. */
interface Key {
  default: string;
  holds: (value: string) => boolean;
}

const among =
  (...values: string[]) =>
  (value: string): boolean =>
    values.includes(value);

/** Returns whether a value is a calendar day. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  // `Date` turns a day that does not exist into a day of another month.
  return year >= 1900 && year < 2100 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}

/** Returns whether a value is three whole numbers that add up to 100, the format of a reader's weights. */
function isWeights(value: string): boolean {
  const parts = value.split('-');
  if (parts.length !== 3 || !parts.every((part) => /^(0|[1-9]\d?|100)$/.test(part))) return false;
  return parts.reduce((sum, part) => sum + Number(part), 0) === 100;
}

/** Returns whether a value has the form of a published id, never an ordinal. */
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

/** A state: every key with its value, defaults included. */
export type State = Record<StateKey, string>;

/** Longest accepted value and query, in characters, far above any real one. */
const LONGEST = { value: 64, query: 2000 } as const;

/** Returns whether a value is valid for a key. */
export const isValue = (name: StateKey, value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST.value && KEYS[name].holds(value);

/** The result for one key of a query. */
export type Said = { is: 'valid' | 'invalid'; value: string } | { is: 'missing' };

/** Builds an object with one value for every key. */
const each = <Value>(make: (name: StateKey) => Value): Record<StateKey, Value> =>
  // The keys are exactly NAMES, which the type system cannot infer from a list of pairs.
  Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<StateKey, Value>;

/** The state for an address without a query. */
export const DEFAULTS: State = each((name) => KEYS[name].default);

/**
 * Parses a query key by key. Pure and total: any text gives a result, unknown keys are ignored, and the first
 * of duplicate keys counts.
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
    // An invalid escape is not a valid value of any key.
    return text;
  }
}

/** Returns the state for a query; invalid or missing values get their defaults. Pure and total. */
export function parseQuery(query: string): State {
  const said = saidIn(query);
  return each((name) => {
    const one = said[name];
    return one.is === 'valid' ? one.value : KEYS[name].default;
  });
}

/**
 * Formats a state as a query, `''` or `?…`: defaults omitted, keys in order, so that equal states have equal
 * addresses.
 */
export function serializeQuery(state: Partial<State>): string {
  const pairs = NAMES.flatMap((name) => {
    const value = state[name] ?? KEYS[name].default;
    return value === KEYS[name].default || !KEYS[name].holds(value) ? [] : [`${name}=${value}`];
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/**
 * Returns whether a query is exactly as `serializeQuery` would write it, without unknown or invalid parts.
 */
export const isCanonical = (query: string): boolean =>
  serializeQuery(parseQuery(query)) === (query === '?' ? '' : query);
