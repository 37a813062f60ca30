// Structured data for pages: schema.org objects from the same rows as the page. Pure; addresses are passed
// in.
import type { Dataset } from '$lib/data/schema.ts';

/** One JSON-LD object. */
export type Thing = Readonly<Record<string, unknown>> & { '@type': string };

const NAME = 'Who could say no?';
const CONTEXT = 'https://schema.org';
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const publisher = (site: string): Thing => ({ '@type': 'Organization', name: NAME, url: site });

interface Told {
  title: string;
  description: string;
  /** Absolute address of the page, of its share image, and of the site. */
  url: string;
  image: string;
  site: string;
}

/** Returns the dates of the first publication and of the last change, taken only from the updates. */
export const datesOf = ({ updates }: Pick<Dataset, 'updates'>): { published: string; modified: string } => ({
  published: updates.find(({ kind }) => kind === 'published')?.on ?? '',
  modified: updates.at(-1)?.on ?? '',
});

/** Returns the story as an article, with its corrections and its charts. */
export function articleOf(
  facts: Pick<Dataset, 'updates' | 'record'>,
  told: Told,
  parts: readonly { name: string; url: string }[],
): Thing {
  const { published, modified } = datesOf(facts);
  return {
    '@context': CONTEXT,
    '@type': 'NewsArticle',
    headline: told.title,
    description: told.description,
    url: told.url,
    mainEntityOfPage: told.url,
    image: [told.image],
    datePublished: published,
    dateModified: modified,
    author: publisher(told.site),
    publisher: publisher(told.site),
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    license: LICENCE,
    backstory: `Made from a bundled record of published reports and documents that stops in ${facts.record.cutOffText}; every number carries its source and how sure we are of it.`,
    correction: facts.updates
      .filter(({ kind }) => kind === 'corrected')
      .map(({ on, text }) => ({ '@type': 'CorrectionComment', text, datePublished: on })),
    hasPart: parts.map(({ name, url }) => ({ '@type': 'WebPageElement', name, url })),
  };
}

/** Returns a page of the site other than the story. */
export const pageOf = (told: Told, type: 'WebPage' | 'CollectionPage' | 'AboutPage' = 'WebPage'): Thing => ({
  '@context': CONTEXT,
  '@type': type,
  name: told.title,
  description: told.description,
  url: told.url,
  image: told.image,
  inLanguage: 'en-GB',
  isPartOf: { '@type': 'WebSite', name: NAME, url: told.site },
  publisher: publisher(told.site),
  license: LICENCE,
});

/** Returns a chart's rows as a schema.org dataset, with its files and sources. */
export function datasetOf(
  facts: Pick<Dataset, 'sources' | 'timeline' | 'record'>,
  told: Told,
  chart: { id: string; columns: readonly string[]; sources: readonly string[] },
): Thing {
  const days = facts.timeline.map(({ date }) => date).sort();
  const file = (ending: string, format: string): Thing => ({
    '@type': 'DataDownload',
    encodingFormat: format,
    contentUrl: `${told.site}data/${chart.id}.${ending}`,
  });
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    name: told.title,
    description: told.description,
    url: told.url,
    license: LICENCE,
    creator: publisher(told.site),
    isAccessibleForFree: true,
    inLanguage: 'en-GB',
    temporalCoverage: `${days[0] ?? ''}/${facts.record.cutOff}`,
    variableMeasured: [...chart.columns],
    isBasedOn: facts.sources.flatMap(({ id, url }) =>
      url !== null && chart.sources.includes(id) ? [url] : [],
    ),
    distribution: [file('csv', 'text/csv'), file('json', 'application/json')],
    image: {
      '@type': 'ImageObject',
      contentUrl: told.image,
      license: LICENCE,
      acquireLicensePage: `${told.site}methods/`,
      creditText: NAME,
      creator: publisher(told.site),
    },
  };
}

/** Returns the glossary as a set of defined terms. */
export const termsOf = ({ glossary }: Pick<Dataset, 'glossary'>, told: Told): Thing => ({
  '@context': CONTEXT,
  '@type': 'DefinedTermSet',
  name: told.title,
  url: told.url,
  license: LICENCE,
  hasDefinedTerm: glossary.map(({ id, term, definition }) => ({
    '@type': 'DefinedTerm',
    '@id': `${told.url}#${id}`,
    name: term,
    description: definition,
  })),
});

/** Returns the breadcrumbs of a page: the story first, then the page itself. */
export const crumbsOf = ({ title, url, site }: Told): Thing => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: [
    { '@type': 'ListItem', position: 1, name: NAME, item: site },
    { '@type': 'ListItem', position: 2, name: title, item: url },
  ],
});

/** Serializes JSON for a script element, escaped so that it cannot close the element. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
