/** Share of a step during which its scene is static, before the transition to the next scene. */
export const HOLD = 0.65;

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKeyed = (value: unknown): value is Plain & { id: string } =>
  isPlain(value) && typeof value['id'] === 'string';

const fades = (value: unknown): value is Plain => isPlain(value) && typeof value['on'] === 'number';

/** Returns the counterpart of a keyed item that one of two scenes lacks: the same item with `on` at 0. */
const absent = (item: Plain): Plain => ({ ...item, on: 0 });

/**
 * Merges the ids of both lists: the first list's order, with new items of the second after their neighbours.
 */
function union(a: readonly { id: string }[], b: readonly { id: string }[]): string[] {
  const ids = a.map((item) => item.id);
  b.forEach((item, index) => {
    if (ids.includes(item.id)) return;
    const before = b[index - 1];
    ids.splice(before ? ids.indexOf(before.id) + 1 : 0, 0, item.id);
  });
  return ids;
}

function mix(a: unknown, b: unknown, t: number): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a + (b - a) * t;
  if (Array.isArray(a) && Array.isArray(b)) {
    const [from, to]: [unknown[], unknown[]] = [a, b];
    if (!from.every(isKeyed) || !to.every(isKeyed)) return t < 0.5 ? a : b;
    return union(from, to).map((id) => {
      const before = from.find((item) => item.id === id);
      const after = to.find((item) => item.id === id);
      if (before && after) return mix(before, after, t);
      return before ? mix(before, absent(before), t) : after && mix(absent(after), after, t);
    });
  }
  if (isPlain(a) && isPlain(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return Object.fromEntries(
      keys.map((key) => {
        const [before, after] = [a[key], b[key]];
        // A missing number counts as 0; any other missing value switches half-way.
        if (typeof (before ?? after) === 'number') return [key, mix(before ?? 0, after ?? 0, t)];
        // A missing item that can fade is present, but off.
        if (fades(before) && after === undefined) return [key, mix(before, absent(before), t)];
        if (fades(after) && before === undefined) return [key, mix(absent(after), after, t)];
        return [key, mix(before, after, t)];
      }),
    );
  }
  return t < 0.5 ? a : b;
}

/**
 * Interpolates between two scenes: numbers run from one to the other, lists of things with an `id` are
 * matched by it (an item in only one scene fades by its `on`), everything else changes half-way.
 * @param t from 0 (exactly `a`) to 1 (exactly `b`)
 */
export function blend<S>(a: S, b: S, t: number): S {
  if (t >= 1) return b;
  // Not `t <= 0`, so that NaN returns the first scene too.
  if (!(t > 0)) return a;
  // `mix` returns the shape of its arguments; the type system cannot infer that through `unknown`.
  return mix(a, b, t) as S;
}

/**
 * Returns how far a step's scene has changed into the next one, 0–1, at a progress through the step. Pure and
 * total.
 */
export const transitionProgress = (progress: number): number =>
  progress > HOLD ? (Math.min(1, progress) - HOLD) / (1 - HOLD) : 0;
