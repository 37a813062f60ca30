import { escapeKey, problem, show, type Place, type Problem } from './problem.ts';

/** Keys that reach into the language itself. */
export const isDangerous = (key: string): boolean => ['__proto__', 'constructor', 'prototype'].includes(key);

/** A list or object that the scanner stands in. */
interface Open {
  pointer: string;
  /** Keys so far, or null in a list. */
  keys: Set<string> | null;
  /** Key or index of the value that comes next; undefined where an object's key comes next. */
  next: string | number | undefined;
}

/** What going through a file's text finds. */
export interface Scan {
  /** Offset in the text of what stands at each pointer. */
  offsets: Map<string, number>;
  problems: Problem[];
}

/** Goes through text that is known to be JSON, token by token, for what parsing hides: rules 004 to 006. */
export function scan(file: string, text: string): Scan {
  const offsets = new Map<string, number>();
  const problems: Problem[] = [];
  const stack: Open[] = [];
  const here = () => {
    const top = stack.at(-1);
    return top ? `${top.pointer}/${typeof top.next === 'string' ? escapeKey(top.next) : top.next}` : '';
  };

  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]|[^\s{}[\],:"]+/g)) {
    const top = stack.at(-1);
    if (token === ',') {
      if (top) top.next = typeof top.next === 'number' ? top.next + 1 : undefined;
    } else if (token === '}' || token === ']') {
      stack.pop();
    } else if (top?.keys && top.next === undefined) {
      const key = String(JSON.parse(token));
      top.next = key;
      const place = { file, pointer: here() };
      if (top.keys.has(key)) problems.push(doubled(place, key));
      if (isDangerous(key)) problems.push(dangerous(place, key));
      top.keys.add(key);
    } else {
      const pointer = here();
      if (!offsets.has(pointer)) offsets.set(pointer, index);
      if (token === '{') stack.push({ pointer, keys: new Set(), next: undefined });
      else if (token === '[') stack.push({ pointer, keys: null, next: 0 });
      else if (/^[-\d]/.test(token) && !isExact(Number(token)))
        problems.push(unheld({ file, pointer }, token));
    }
  }
  return { offsets, problems };
}

const isExact = (value: number) =>
  Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));

const doubled = (place: Place, key: string) =>
  problem('004', place, {
    what: `the key ${show(key)} stands twice in one object`,
    expected: 'each key once',
    got: 'two of them, of which a parser keeps the last',
    fix: 'take one out',
  });

const dangerous = (place: Place, key: string) =>
  problem('005', place, {
    what: 'a key reaches into the language itself',
    expected: 'the names of fields',
    got: show(key),
    fix: 'take the key out',
  });

const unheld = (place: Place, token: string) =>
  problem('006', place, {
    what: 'a number cannot be held exactly',
    expected: 'a finite number, if whole below 2^53',
    got: token,
    fix: 'write the number that is meant',
  });
