import { escapeKey, problem, type Problem } from './problem.ts';
import { scan } from './json-scan.ts';

/** One value in a file, with its pointer, its key and its enclosing object. */
export interface Node {
  pointer: string;
  /** Its own key; for a list entry, the key of the list. */
  key: string;
  value: unknown;
  /** The nearest enclosing object. */
  within: Readonly<Record<string, unknown>>;
}

/** One parsed file. `value` is undefined if it could not be read. */
export interface Doc {
  file: string;
  value: unknown;
  /** Every value in it, in text order. */
  nodes: readonly Node[];
  problems: readonly Problem[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Returns whether a value is a JSON object, not a list or null. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a file from raw bytes or text, and reports faults that `JSON.parse` accepts: rules 001 to 006. */
export function readDoc(file: string, raw: string | Uint8Array | undefined): Doc {
  const whole = { file, pointer: '' };
  const unread = (rule: '001' | '002' | '003', what: string, got: string, fix: string): Doc => ({
    file,
    value: undefined,
    nodes: [],
    problems: [problem(rule, whole, { what, expected: 'a UTF-8 file of JSON', got, fix })],
  });

  if (raw === undefined || raw.length === 0) {
    const got = raw === undefined ? 'no file' : 'an empty file';
    return unread('001', 'a file of the record is missing', got, 'restore it; a file without rows holds []');
  }
  const text = formatToken(raw);
  if (text === undefined)
    return unread('002', 'the file is not UTF-8', 'a broken sequence', 'save it as UTF-8');
  if (text.startsWith('\uFEFF')) {
    return unread('002', 'the file begins with a byte-order mark', 'U+FEFF', 'save it as UTF-8 without one');
  }
  if (text.includes('\0')) return unread('002', 'the file holds a NUL', 'U+0000', 'take it out');

  try {
    const value: unknown = JSON.parse(text);
    return { file, value, nodes: nodesIn(value), problems: scan(file, text) };
  } catch (error) {
    // The message of the parser gives the position.
    const got = error instanceof Error ? error.message.replace(/\s+/g, ' ') : 'an error';
    return unread('003', 'the file is not JSON', got, 'mend the syntax there');
  }
}

function formatToken(raw: string | Uint8Array): string | undefined {
  if (typeof raw === 'string') return raw;
  try {
    return utf8.decode(raw);
  } catch {
    return undefined;
  }
}

/** Returns every nested value in file order, each parent before its children. */
function nodesIn(
  value: unknown,
  pointer = '',
  key = '',
  within: Node['within'] = {},
  nodes: Node[] = [],
): Node[] {
  nodes.push({ pointer, key, value, within });
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) nodesIn(entry, `${pointer}/${index}`, key, within, nodes);
  } else if (isObject(value)) {
    for (const [name, entry] of Object.entries(value)) {
      nodesIn(entry, `${pointer}/${escapeKey(name)}`, name, value, nodes);
    }
  }
  return nodes;
}
