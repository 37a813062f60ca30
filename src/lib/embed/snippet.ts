// The HTML that people paste to embed a chart. Pure: the caller passes the URLs.
import { serializeQuery, type State } from '$lib/url/query-state.ts';

/** The options a reader can choose for an embed. */
export type EmbedChoice = Partial<Pick<State, 'step' | 'theme' | 'labels' | 'ev' | 'asof'>>;

/** A chart as an embed, with the details its snippets need. */
export interface Embedded {
  /** Absolute URL of the site, with a trailing slash. */
  site: string;
  /** The chart's id, and its name. */
  id: string;
  picture: string;
  /** Measured height of the content at `SNIPPET_WIDTH`, in CSS pixels. */
  height: number;
}

/** The data from which the embed dialog builds its snippets. */
export interface EmbedOptions {
  of: Embedded;
  /** Heights of every step's embed, in CSS pixels. */
  heights: Readonly<Record<string, number>>;
  listener: { src: string; integrity: string };
}

/** Width at which embeds are measured, in CSS pixels. The frame itself takes all available width. */
export const SNIPPET_WIDTH = 640;

/** Returns the URL of a chart's embed with the chosen options. */
export const embedUrl = ({ site, id }: Pick<Embedded, 'site' | 'id'>, choice: EmbedChoice = {}): string =>
  `${site}embed/${id}/${serializeQuery(choice)}`;

/** Returns the URL of a chart's own page with the same options. */
export const chartUrl = ({ site, id }: Pick<Embedded, 'site' | 'id'>, choice: EmbedChoice = {}): string =>
  `${site}chart/${id}/${serializeQuery(choice)}`;

/** Returns the title that the frame and the oEmbed response give a chart. */
export const titleOf = ({ picture }: Pick<Embedded, 'picture'>): string =>
  `${picture}: a chart by Who could say no?`;

const NAMED: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
/** Escapes text for an attribute or element, with the named entities that people use. */
const escaped = (text: string): string => text.replace(/[<>&"]/g, (mark) => NAMED[mark] ?? '');

/** Returns the frame's HTML, with a link below it for sites that strip frames. */
export const frameHtml = (of: Embedded, choice: EmbedChoice): string =>
  `<iframe src="${escaped(embedUrl(of, choice))}" title="${escaped(titleOf(of))}" width="100%" height="${of.height}" loading="lazy" style="border:0"></iframe>
<p><a href="${escaped(chartUrl(of, choice))}">${escaped(of.picture)} (chart, data and sources)</a></p>`;

/** Returns the same HTML with the listener script, which keeps the frame as tall as its content. */
export const responsiveEmbedHtml = (
  of: Embedded,
  choice: EmbedChoice,
  script: { src: string; integrity: string },
): string => `${frameHtml(of, choice)}
<script async src="${escaped(script.src)}" integrity="${script.integrity}" crossorigin="anonymous"></script>`;

/** Returns the oEmbed response for a chart (version 1.0, type rich). */
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
