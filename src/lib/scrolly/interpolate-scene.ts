/** The part of a step during which its scene stands still, before it starts to turn into the next one. */
export const HOLD = 0.65;

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKeyed = (value: unknown): value is Plain & { id: string } =>
  isPlain(value) && typeof value['id'] === 'string';

const fades = (value: unknown): value is Plain => isPlain(value) && typeof value['on'] === 'number';

/** A keyed item that only one of two scenes has is the same item, not there yet: its `on` is 0. */
const absent = (item: Plain): Plain => ({ ...item, on: 0 });

/** Items of both lists by id: the first list's order, with the second's newcomers after their neighbours. */
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
        // A number that one side lacks is 0 there; anything else is simply not there yet.
        if (typeof (before ?? after) === 'number') return [key, mix(before ?? 0, after ?? 0, t)];
        // A thing that fades and that one side lacks is there, but off.
        if (fades(before) && after === undefined) return [key, mix(before, absent(before), t)];
        if (fades(after) && before === undefined) return [key, mix(absent(after), after, t)];
        return [key, mix(before, after, t)];
      }),
    );
  }
  return t < 0.5 ? a : b;
}

/**
 * The picture between two scenes: numbers run from one to the other, lists of things with an `id` are matched
 * by it (a thing that only one scene has fades by its `on`), everything else changes half-way.
 * @param t from 0 (exactly `a`) to 1 (exactly `b`)
 */
export function blend<S>(a: S, b: S, t: number): S {
  if (t >= 1) return b;
  // Not `t <= 0`: what is no number is no way along either.
  if (!(t > 0)) return a;
  // `mix` keeps the shape of what it is given; the type system cannot see that through `unknown`.
  return mix(a, b, t) as S;
}

/** How far a step's scene has turned into the next one, 0–1, at a progress through the step. Pure and total. */
export const transitionProgress = (progress: number): number =>
  progress > HOLD ? (Math.min(1, progress) - HOLD) / (1 - HOLD) : 0;
