import { at, problem, show, type Place, type Problem } from './problem.ts';

/** Returns whether a key could reach an object's prototype. */
export const isDangerous = (key: string): boolean => ['__proto__', 'constructor', 'prototype'].includes(key);

/** A list or object that the scanner is inside. */
interface Open {
  /** Keys read so far, or null in a list. */
  keys: Set<string> | null;
  /** Key or index of the next value; undefined if an object's key comes next. */
  next: string | number | undefined;
}

/** Matches a string, a bracket, a comma or a bare word such as a number. The scanner does not need colons. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|[^\s{}[\],:"]+/g;

/** Scans valid JSON text token by token for faults that parsing hides: rules 004 to 006. */
export function scan(file: string, text: string): Problem[] {
  const problems: Problem[] = [];
  const stack: Open[] = [];
  const here = () => at({ file, pointer: '' }, ...stack.map(({ next }) => next ?? ''));

  for (const [token] of text.matchAll(TOKEN)) {
    const top = stack.at(-1);
    if (token === ',') {
      if (top) top.next = typeof top.next === 'number' ? top.next + 1 : undefined;
    } else if (token === '}' || token === ']') {
      stack.pop();
    } else if (top?.keys && top.next === undefined) {
      const key = String(JSON.parse(token));
      top.next = key;
      if (top.keys.has(key)) problems.push(doubled(here(), key));
      if (isDangerous(key)) problems.push(dangerous(here(), key));
      top.keys.add(key);
    } else if (token === '{') {
      stack.push({ keys: new Set(), next: undefined });
    } else if (token === '[') {
      stack.push({ keys: null, next: 0 });
    } else if (/^-?\d/.test(token) && !isExact(Number(token))) {
      problems.push(unheld(here(), token));
    }
  }
  return problems;
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
