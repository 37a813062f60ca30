import css from '../../../app.css?raw';
import { CARD, SLIDE, cardOf, storyCard } from '#story/card.ts';
import { charts } from '#story/charts.ts';
import { story } from '#story/index.ts';
import { chartName } from '../../charts.ts';

export const prerender = true;

/** The light tokens of the style sheet: a picture file cannot name them. */
const tokens = new Map(
  [...(/:root \{([^}]*)\}/.exec(css)?.[1] ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(
    ([, name = '', value = '']) => [name, value],
  ),
);
/** Faces by the names that their static cuts give themselves. */
const FACES: Readonly<Record<string, string>> = {
  display: "'Besley ExtraBold'",
  'display-italic': "'Besley Medium'",
  body: "'Atkinson Hyperlegible Next'",
};

/** A drawing with its colours and faces put in. @throws Error on a name that no token has */
const drawn = (svg: string): string =>
  svg.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
    const value = tokens.get(name) ?? FACES[name];
    if (value === undefined) throw new Error(`a card names the token --${name}, which is not there`);
    return value;
  });

/** A chart's id in addresses: its file name in small letters. */
const idOf = (file: string): string => (/(\w+)\.svelte$/.exec(file)?.[1] ?? file).toLowerCase();

/** Every card and slide as a drawing, by the name of the picture file: `scripts/cards.mjs` makes the files. */
export function GET(): Response {
  const cards: Record<string, string> = { story: drawn(storyCard(CARD)) };
  for (const section of story) cards[`s/${section.id}`] = drawn(cardOf(section, CARD));
  for (const { chart, home } of charts) {
    const id = idOf(chartName(chart));
    cards[`${id}.light`] = drawn(cardOf(home, CARD));
    cards[`${id}.slide`] = drawn(cardOf(home, SLIDE));
  }
  return new Response(JSON.stringify(cards), { headers: { 'Content-Type': 'application/json' } });
}
