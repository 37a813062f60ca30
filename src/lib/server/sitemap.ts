import { charts } from '$lib/story/story-charts.ts';
import { story } from '$lib/story/index.ts';

/**
 * Returns the path of every page that search engines may list, relative to the site. Derived, so that new
 * sections are included.
 */
export const pages = (): string[] => [
  '',
  ...story.map(({ id }) => `s/${id}/`),
  'charts/',
  ...charts.map(({ id }) => `chart/${id}/`),
  'text/',
  'claims/',
  'sources/',
  'methods/',
  'glossary/',
  'corrections/',
];

/** Escapes text for XML. */
export const xml = (text: string): string => text.replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
