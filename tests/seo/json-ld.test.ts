import { expect, test } from 'vitest';
import { facts } from '$lib/data/dataset.ts';
import {
  articleOf,
  crumbsOf,
  datasetOf,
  datesOf,
  pageOf,
  scriptJson,
  termsOf,
  type Thing,
} from '$lib/seo/json-ld.ts';

const SITE = 'https://example.org/';
const told = {
  title: 'A hundred squares',
  description: 'What was refused.',
  url: `${SITE}s/threshold/`,
  image: `${SITE}img/threshold.png`,
  site: SITE,
};
const house: Thing = { '@type': 'Organization', name: 'Who could say no?', url: SITE };
const context = 'https://schema.org';
const license = 'https://creativecommons.org/licenses/by/4.0/';

const update = (on: string, kind: 'published' | 'added' | 'corrected') => ({
  id: on,
  on,
  kind,
  text: `What was ${kind}.`,
  was: null,
  facts: [],
});
const updates = [
  update('2026-01-01', 'added'),
  update('2026-01-02', 'published'),
  update('2026-01-03', 'corrected'),
  update('2026-01-04', 'added'),
];

test('dates the site by its publication and its last update', () => {
  expect(datesOf({ updates })).toEqual({ published: '2026-01-02', modified: '2026-01-04' });
  expect(datesOf({ updates: [] })).toEqual({ published: '', modified: '' });
});

test('describes the story as an article with dates, corrections and parts', () => {
  const parts = [{ name: 'A threshold', url: `${SITE}s/threshold/`, more: 'no part of it' }];
  const { backstory, ...article } = articleOf({ updates, record: facts.record }, told, parts);
  expect(article).toEqual({
    '@context': context,
    '@type': 'NewsArticle',
    headline: told.title,
    description: told.description,
    url: told.url,
    mainEntityOfPage: told.url,
    image: [told.image],
    datePublished: '2026-01-02',
    dateModified: '2026-01-04',
    author: house,
    publisher: house,
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    license,
    correction: [{ '@type': 'CorrectionComment', text: 'What was corrected.', datePublished: '2026-01-03' }],
    hasPart: [{ '@type': 'WebPageElement', name: 'A threshold', url: `${SITE}s/threshold/` }],
  });
  expect(backstory).toContain(facts.record.cutOffText);
});

test('describes a page as a part of the site, with its own type', () => {
  const page = {
    '@context': context,
    '@type': 'WebPage',
    name: told.title,
    description: told.description,
    url: told.url,
    image: told.image,
    inLanguage: 'en-GB',
    isPartOf: { '@type': 'WebSite', name: 'Who could say no?', url: SITE },
    publisher: house,
    license,
  };
  expect(pageOf(told)).toEqual(page);
  expect(pageOf(told, 'AboutPage')).toEqual({ ...page, '@type': 'AboutPage' });
});

test('describes a chart as a dataset from the first event to the cut-off, based on its public sources', () => {
  const [opened, unused, shut] = facts.sources;
  if (!opened || !unused || !shut) throw new Error('the record has lost its sources');
  const [first, ...later] = facts.timeline;
  if (!first) throw new Error('the record has lost its events');
  const record = {
    record: facts.record,
    // The order of events does not matter.
    timeline: [...later, first],
    sources: [
      { ...opened, url: 'https://a.example/' },
      { ...unused, url: 'https://b.example/' },
      { ...shut, url: null },
    ],
  };
  const chart = { id: 'money', columns: ['What', 'Sum'], sources: [opened.id, shut.id] };
  expect(datasetOf(record, told, chart)).toEqual({
    '@context': context,
    '@type': 'Dataset',
    name: told.title,
    description: told.description,
    url: told.url,
    license,
    creator: house,
    isAccessibleForFree: true,
    inLanguage: 'en-GB',
    temporalCoverage: `${first.date}/${facts.record.cutOff}`,
    variableMeasured: ['What', 'Sum'],
    isBasedOn: ['https://a.example/'],
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${SITE}data/money.csv` },
      { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${SITE}data/money.json` },
    ],
    image: {
      '@type': 'ImageObject',
      contentUrl: told.image,
      license,
      acquireLicensePage: `${SITE}methods/`,
      creditText: 'Who could say no?',
      creator: house,
    },
  });
  // Without events the start is unknown.
  expect(datasetOf({ ...record, timeline: [] }, told, chart)).toMatchObject({
    temporalCoverage: `/${facts.record.cutOff}`,
  });
});

test('describes the glossary as a set of terms with addresses', () => {
  const glossary = [
    { id: 'term-mopac', term: 'MOPAC', definition: 'An office.', official: true, sources: [] },
  ];
  expect(termsOf({ glossary }, told)).toEqual({
    '@context': context,
    '@type': 'DefinedTermSet',
    name: told.title,
    url: told.url,
    license,
    hasDefinedTerm: [
      { '@type': 'DefinedTerm', '@id': `${told.url}#term-mopac`, name: 'MOPAC', description: 'An office.' },
    ],
  });
});

test('puts a page below the story in the breadcrumbs', () => {
  expect(crumbsOf(told)).toEqual({
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Who could say no?', item: SITE },
      { '@type': 'ListItem', position: 2, name: told.title, item: told.url },
    ],
  });
});

test('escapes the closing tag in a script element without losing data', () => {
  const value = { text: '</script><!-- & -->' };
  const json = scriptJson(value);
  expect(json).not.toMatch(/[<>&]/);
  expect(json).toContain('\\u003c/script\\u003e');
  expect(JSON.parse(json)).toEqual(value);
});
