// Parses built pages into elements, and follows the links between them, without a browser.
import { posix } from 'node:path';

/** An element of a page, with its ancestors from the inside out. */
export interface Element {
  tag: string;
  attributes: ReadonlyMap<string, string>;
  around: readonly Element[];
  /** All text of the element, in order. */
  text: string;
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Decodes the few entities that the build writes. */
export const plain = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Returns every element of a page in order. @throws Error if an end tag closes another element */
export function elementsOf(html: string): Element[] {
  const body = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(<(script|style)\b[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
  const all: Element[] = [];
  let open: Element[] = [];
  for (const [, slash, tag = '', inside = '', text] of body.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>|([^<]+)/g,
  )) {
    if (text !== undefined) {
      for (const one of open) one.text += plain(text);
    } else if (slash === '/') {
      if (open[0]?.tag !== tag) throw new Error(`</${tag}> closes <${open[0]?.tag ?? ''}>`);
      open = open.slice(1);
    } else {
      const attributes = new Map(
        [...inside.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
          name,
          plain(value),
        ]),
      );
      const element = { tag, attributes, around: open, text: '' };
      all.push(element);
      if (!VOID.has(tag) && !inside.endsWith('/')) open = [element, ...open];
    }
  }
  return all;
}

/** Returns an attribute of every element that has it, in order. */
export const valuesOf = (elements: readonly Element[], name: string): string[] =>
  elements.flatMap(({ attributes }) => attributes.get(name) ?? []);

/** Returns whether an element has a class. */
export const has = (element: Element, name: string): boolean =>
  (element.attributes.get('class') ?? '').split(' ').includes(name);

/** Returns ids that occur more than once on a page, and wanted ids that are missing. */
export function idProblems(elements: readonly Element[], wanted: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of valuesOf(elements, 'id')) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [
    ...wanted.filter((id) => !counts.has(id)).map((id) => `#${id} is missing`),
    ...[...counts].filter(([, count]) => count > 1).map(([id]) => `#${id} stands more than once`),
  ];
}

/**
 * Returns internal links of a page whose page, element or file does not exist.
 * @param pages path → elements
 * @param isFile whether a path of the site is a file other than a page
 */
export function deadLinks(
  path: string,
  pages: ReadonlyMap<string, readonly Element[]>,
  isFile: (path: string) => boolean = () => false,
): string[] {
  const inside = pages.get(path)?.filter(({ tag }) => tag === 'a') ?? [];
  return valuesOf(inside, 'href')
    .filter((href) => !/^(https?|mailto):/.test(href))
    .filter((href) => {
      const [to = '', id] = href.split('#');
      const goal = to === '' ? path : posix.join('/', path, to.replace(/\?.*$/, ''));
      const page = pages.get(goal);
      if (page === undefined) return !isFile(goal);
      return id !== undefined && !valuesOf(page, 'id').includes(id);
    });
}

/**
 * Returns violations of the markup that the filter script needs: one `.statement-text` in each `.statement`,
 * and no sum outside it.
 */
export function sayProblems(elements: readonly Element[]): string[] {
  return elements
    .filter((element) => has(element, 'statement'))
    .flatMap((say) => {
      const name = say.attributes.get('id') ?? say.text.trim().slice(0, 40);
      const said = elements.filter((one) => has(one, 'statement-text') && one.around.includes(say));
      const bare = said.reduce((text, one) => text.replace(one.text, ''), say.text);
      return [
        ...(said.length === 1 ? [] : [`${name}: ${said.length} .statement-text`]),
        ...(said.every(({ around }) => around[0] === say) ? [] : [`${name}: .statement-text is not its child`]),
        ...(say.around.some((one) => has(one, 'statement')) ? [`${name}: stands in another .statement`] : []),
        ...(/[£%]/.test(bare) ? [`${name}: a sum in its name`] : []),
      ];
    });
}
