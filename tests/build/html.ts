// Exists so that the built pages can be read as elements, and links between them followed, without a browser.
import { posix } from 'node:path';

/** An element of a page, with the elements around it from the inside out. */
export interface Element {
  tag: string;
  attributes: ReadonlyMap<string, string>;
  around: readonly Element[];
  /** All text inside it, in order. */
  text: string;
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** What a browser makes of the few entities that the build writes. */
export const plain = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Every element of a page in order. @throws Error where an end tag closes something else */
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

/** An attribute of every element that has it, in order. */
export const valuesOf = (elements: readonly Element[], name: string): string[] =>
  elements.flatMap(({ attributes }) => attributes.get(name) ?? []);

/** Whether an element has a class. */
export const has = (element: Element, name: string): boolean =>
  (element.attributes.get('class') ?? '').split(' ').includes(name);

/** Ids that stand on a page more than once, or of those wanted, not at all. */
export function idProblems(elements: readonly Element[], wanted: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of valuesOf(elements, 'id')) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [
    ...wanted.filter((id) => !counts.has(id)).map((id) => `#${id} is missing`),
    ...[...counts].filter(([, count]) => count > 1).map(([id]) => `#${id} stands more than once`),
  ];
}

/**
 * Links of a page inside the site that lead to no page, or to no element on it, or to no file.
 * @param pages path → elements
 * @param isFile whether a path of the site is a file that is no page
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

/** What breaks the contract with the script that withholds facts: one `.statement-text` in each `.statement`, and no sum outside it. */
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
