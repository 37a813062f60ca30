// Exists so that the floors test judges what a module does, not how it is written: a comment that says "window",
// or a property of that name, is no use of the window.
import { parse } from 'svelte/compiler';
import { parser } from 'typescript-eslint';

export interface Import {
  /** What stands between the quotation marks. */
  from: string;
  /** Vanishes when the types are stripped (`import type`). */
  typesOnly: boolean;
  /** The names taken, as the other module calls them; `*` for all of them. */
  names: string[];
  /** A pattern of files (`import.meta.glob`), for which Vite does not take every # name. */
  pattern?: boolean;
}

export interface Reading {
  imports: Import[];
  /** Globals the module reaches for, and calls of the clock or of chance: `window`, `Date.now`, `new Date()`. */
  uses: Set<string>;
}

/** Stands for an address that is put together while running, and so cannot be judged. */
export const COMPUTED = '(computed)';

type Node = { type: string } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);

/** Where an identifier is only a label (`row.window`, `{ window: 1 }`), never the thing itself. */
const LABELS: Record<string, readonly string[]> = {
  MemberExpression: ['property'],
  Property: ['key'],
  PropertyDefinition: ['key'],
  MethodDefinition: ['key'],
  TSPropertySignature: ['key'],
  TSMethodSignature: ['key'],
  TSEnumMember: ['id'],
  TSQualifiedName: ['right'],
  ImportSpecifier: ['imported'],
  ExportSpecifier: ['exported'],
};

/** Svelte's own names for the page. */
const ELEMENTS: Record<string, string> = {
  SvelteWindow: 'window',
  SvelteDocument: 'document',
  SvelteBody: 'document',
};

/**
 * Reads a TypeScript module or a Svelte component, markup included.
 * @throws when the text cannot be parsed
 */
export function readingOf(path: string, text: string): Reading {
  const tree: unknown = path.endsWith('.svelte')
    ? { ...parse(text, { modern: true }), css: null }
    : parser.parseForESLint(text).ast;
  const reading: Reading = { imports: [], uses: new Set() };
  for (const node of nodesIn(tree)) walk(node, reading);
  return reading;
}

function walk(node: Node, reading: Reading): void {
  reading.imports.push(...importsOf(node));
  const used = useOf(node);
  if (used !== undefined) reading.uses.add(used);
  const labels = node.computed === true ? [] : (LABELS[node.type] ?? []);
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent' || labels.includes(key)) continue;
    for (const child of nodesIn(value)) walk(child, reading);
  }
}

const nameOf = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Identifier' && typeof value.name === 'string' ? value.name : undefined;

const formatToken = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Literal' && typeof value.value === 'string' ? value.value : undefined;

function useOf(node: Node): string | undefined {
  const callee = nameOf(node.callee);
  const bare = nodesIn(node.arguments).length === 0;
  if (node.type === 'NewExpression' && callee === 'Date' && bare) return 'new Date()';
  if (node.type === 'CallExpression' && callee === 'Date') return 'Date()';
  if (node.type === 'MemberExpression' && nameOf(node.object) !== undefined) {
    const member = node.computed === true ? formatToken(node.property) : nameOf(node.property);
    return `${nameOf(node.object) ?? ''}.${member ?? '*'}`;
  }
  return ELEMENTS[node.type] ?? nameOf(node);
}

function importsOf(node: Node): Import[] {
  if (isGlob(node)) {
    const patterns = nodesIn(node.arguments).flatMap((arg) => [arg, ...nodesIn(arg.elements)]);
    // A pattern after `!` leaves files out.
    return patterns
      .flatMap((pattern) => importFrom(pattern, false, ['*']))
      .filter(({ from }) => !from.startsWith('!'))
      .map((line) => ({ ...line, pattern: true }));
  }
  switch (node.type) {
    case 'ImportDeclaration':
      return importFrom(node.source, node.importKind === 'type', nodesIn(node.specifiers).map(takenName));
    case 'ExportNamedDeclaration':
      return importFrom(node.source, node.exportKind === 'type', nodesIn(node.specifiers).map(takenName));
    case 'ExportAllDeclaration':
      return importFrom(node.source, node.exportKind === 'type', ['*']);
    case 'TSImportType':
      return importFrom(node.source, true, [nameOf(node.qualifier) ?? '*']);
    case 'ImportExpression':
      return importFrom(node.source, false, ['*'], COMPUTED);
    default:
      return [];
  }
}

function importFrom(source: unknown, typesOnly: boolean, names: string[], otherwise?: string): Import[] {
  const from = formatToken(source) ?? otherwise;
  return from === undefined ? [] : [{ from, typesOnly, names }];
}

/** What an import or export line calls the thing that it takes. */
function takenName(specifier: Node): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  const taken = specifier.type === 'ExportSpecifier' ? specifier.local : specifier.imported;
  return nameOf(taken) ?? formatToken(taken) ?? '*';
}

/** `import.meta.glob('../story/*')` is an import too. */
function isGlob({ type, callee }: Node): boolean {
  return (
    type === 'CallExpression' &&
    isNode(callee) &&
    callee.type === 'MemberExpression' &&
    nodesIn(callee.object)[0]?.type === 'MetaProperty' &&
    nameOf(callee.property) === 'glob'
  );
}
