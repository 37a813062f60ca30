// What is pasted to stand a chart in somebody's page. Pure: addresses are given.
import { serializeQuery, type State } from '$lib/url/query-state.ts';

/** What a reader has chosen for an embed. */
export type EmbedChoice = Partial<Pick<State, 'step' | 'theme' | 'labels' | 'ev' | 'asof'>>;

/** A chart as an embed, with what surrounds its frame. */
export interface Embedded {
  /** Absolute address of the site, with its last slash. */
  site: string;
  /** The chart's id, and what it is called. */
  id: string;
  picture: string;
  /** Height of the content at the width of the snippet, in CSS pixels, as measured. */
  height: number;
}

/** Everything that the ways to take a chart are written from. */
export interface EmbedOptions {
  of: Embedded;
  /** Heights of every step's embed, in CSS pixels. */
  heights: Readonly<Record<string, number>>;
  listener: { src: string; integrity: string };
}

/** Width that a frame's height is measured at, in CSS pixels: a frame itself is as wide as there is room. */
export const SNIPPET_WIDTH = 640;

/** The address of a chart in a frame, with what was chosen. */
export const embedUrl = ({ site, id }: Pick<Embedded, 'site' | 'id'>, choice: EmbedChoice = {}): string =>
  `${site}embed/${id}/${serializeQuery(choice)}`;

/** The address of a chart's own page, in the same state. */
export const chartUrl = ({ site, id }: Pick<Embedded, 'site' | 'id'>, choice: EmbedChoice = {}): string =>
  `${site}chart/${id}/${serializeQuery(choice)}`;

/** What a frame and an oEmbed call a chart. */
export const titleOf = ({ picture }: Pick<Embedded, 'picture'>): string =>
  `${picture}: a chart by Who could say no?`;

const NAMED: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
/** Text as an attribute or an element may hold it, written as people write it by hand. */
const escaped = (text: string): string => text.replace(/[<>&"]/g, (mark) => NAMED[mark] ?? '');

/** A frame, and a link beneath it for wherever frames are taken out. */
export const frameHtml = (of: Embedded, choice: EmbedChoice): string =>
  `<iframe src="${escaped(embedUrl(of, choice))}" title="${escaped(titleOf(of))}" width="100%" height="${of.height}" loading="lazy" style="border:0"></iframe>
<p><a href="${escaped(chartUrl(of, choice))}">${escaped(of.picture)} (chart, data and sources)</a></p>`;

/** The same with the small script that keeps the frame as tall as what is in it. */
export const responsiveEmbedHtml = (
  of: Embedded,
  choice: EmbedChoice,
  script: { src: string; integrity: string },
): string => `${frameHtml(of, choice)}
<script async src="${escaped(script.src)}" integrity="${script.integrity}" crossorigin="anonymous"></script>`;

/** What a static host answers to whoever asks for a chart by oEmbed (version 1.0, type rich). */
export const oembedOf = (of: Embedded): Readonly<Record<string, string | number>> => ({
  version: '1.0',
  type: 'rich',
  title: of.picture,
  provider_name: 'Who could say no?',
  provider_url: of.site,
  author_name: 'Who could say no?',
  author_url: `${of.site}methods/`,
  cache_age: 86400,
  html: `<iframe src="${escaped(embedUrl(of))}" title="${escaped(titleOf(of))}" width="${SNIPPET_WIDTH}" height="${of.height}" frameborder="0" scrolling="no"></iframe>`,
  width: SNIPPET_WIDTH,
  height: of.height,
  thumbnail_url: `${of.site}img/${of.id}.light.png`,
  thumbnail_width: 1200,
  thumbnail_height: 630,
});
