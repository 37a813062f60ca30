import type { Page } from '@playwright/test';

/** A node of the browser's accessibility tree, with the fields used here. */
interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  value?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
}

/** Roles that are announced by name only, because the name contains their content. */
const WHOLE = new Set(
  'link button checkbox radio slider combobox textbox DisclosureTriangle Iframe'.split(' '),
);
/** Roles that are inline in a line of text, or that a screen reader ignores. */
const INLINE = new Set(
  'StaticText strong emphasis generic none code time Abbr mark superscript LabelText ListMarker InlineTextBox LineBreak MathMLMath'.split(
    ' ',
  ),
);
const STATES = ['pressed', 'checked', 'expanded', 'disabled', 'selected', 'modal'];

/**
 * Returns the text of a page in reading order: one line for each separate item, with role, level, name and
 * state. It is the browser's accessibility tree; a screen reader may word it differently.
 */
export async function spoken(page: Page): Promise<string> {
  // The tree drops spaces between words in separate boxes, although a screen reader announces them. Keep
  // them.
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (!(node instanceof Text) || !/^\s+$/.test(node.data)) continue;
      const range = document.createRange();
      range.selectNode(node);
      if (range.getBoundingClientRect().width > 0) node.data = '\u00a0';
    }
  });
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (value: unknown): string =>
    typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  const roleOf = (node: Node): string => textOf(node.role?.value);
  const nameOf = (node: Node): string => textOf(node.name?.value).replace(/\s+/g, ' ').trim();
  const children = (node: Node): Node[] => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const property = (node: Node, name: string): unknown =>
    node.properties?.find((one) => one.name === name)?.value.value;
  const within = (node: Node): Node[] => children(node).flatMap((one) => [one, ...within(one)]);

  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const tell = (text: string): void => {
    end();
    lines.push(text);
  };
  const stateOf = (node: Node): string =>
    STATES.flatMap((name) => {
      const value = property(node, name);
      if (value === undefined || value === false || value === 'false') return [];
      return [value === true || value === 'true' ? `, ${name}` : `, ${name}: ${textOf(value)}`];
    }).join('');

  const walk = (node: Node): void => {
    const role = roleOf(node);
    if (node.ignored || role === 'generic' || role === 'none') {
      // A block box breaks the line, unless it is inside a line of text.
      children(node).forEach(walk);
    } else if (role === 'StaticText') line += textOf(node.name?.value);
    else if (role === 'ListMarker' || role === 'InlineTextBox') return;
    else if (role === 'LineBreak') line += ' ';
    else if (role === 'image' || role === 'img') tell(`image: ${nameOf(node)}`);
    else if (role === 'heading') {
      const link = within(node).some((one) => roleOf(one) === 'link') ? ', link' : '';
      tell(`heading ${textOf(property(node, 'level'))}${link}: ${nameOf(node)}`);
    } else if (WHOLE.has(role)) {
      const value = textOf(node.value?.value);
      const name = role === 'DisclosureTriangle' ? 'summary' : role.toLowerCase();
      line += ` [${name}: ${nameOf(node)}${value === '' ? '' : ` = ${value}`}${stateOf(node)}] `;
    } else if (role === 'row') {
      const cells = within(node).filter((one) =>
        ['cell', 'gridcell', 'rowheader', 'columnheader'].includes(roleOf(one)),
      );
      tell(`row: ${cells.map((cell) => nameOf(cell)).join(' | ')}`);
    } else if (role === 'table') {
      tell(`table: ${nameOf(node)}`);
      children(node).forEach(walk);
      tell('end of table');
    } else if (role === 'list') {
      tell(`list of ${children(node).filter((one) => roleOf(one) === 'listitem').length}`);
      children(node).forEach(walk);
      end();
    } else if (role === 'listitem') {
      end();
      line = '• ';
      children(node).forEach(walk);
      end();
    } else if (INLINE.has(role)) children(node).forEach(walk);
    else {
      end();
      const name = nameOf(node);
      // The name of a paragraph is its text; other roles are announced at their start.
      if (!['paragraph', 'rowgroup', 'caption', 'term', 'definition'].includes(role))
        tell(`${role === 'RootWebArea' ? 'page' : role}${name === '' ? '' : `: ${name}`}${stateOf(node)}`);
      children(node).forEach(walk);
      end();
    }
  };
  const [root] = nodes;
  if (root) walk(root);
  end();
  return `${lines.join('\n')}\n`;
}
