import { charts } from '$lib/story/story-charts.ts';
import { story } from '$lib/story/index.ts';

/** Every page that search engines may list, seen from the site: derived, so that a new section is among them. */
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

/** Text for XML: nothing in it is mark-up. */
export const xml = (text: string): string => text.replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
