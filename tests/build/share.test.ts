import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { facts } from '$lib/data/dataset.ts';
import { charts } from '$lib/story/story-charts.ts';
import { story } from '$lib/story/index.ts';
import { neutralNames } from '$lib/reference/row-views.ts';

const read = (file: string): string => readFileSync(join('build', file), 'utf8');
const SITE = 'https://who-could-say-no.example/';
const text = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&nbsp;', ' ')
    .replace(/\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const meta = (html: string, name: string): string =>
  text(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '');
const canonical = (html: string): string => /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';

const PAGES = ['', 'text/', 'claims/', 'sources/', 'methods/', 'glossary/', 'corrections/'];
const all = [
  ...PAGES,
  ...story.map(({ id }) => `s/${id}/`),
  'charts/',
  ...charts.map(({ id }) => `chart/${id}/`),
];

/** Returns the card metadata that every site with link previews needs. */
export function cardProblems(html: string, path: string): string[] {
  const problems: string[] = [];
  const address = `${SITE}${path}`;
  if (canonical(html) !== address) problems.push(`canonical is ${canonical(html)}`);
  if (meta(html, 'og:url') !== address) problems.push(`og:url is ${meta(html, 'og:url')}`);
  const image = meta(html, 'og:image');
  const file = image.replace(SITE, 'build/');
  if (!image.startsWith(SITE)) problems.push(`og:image ${image} is not absolute`);
  else if (!existsSync(file)) problems.push(`${file} is not there`);
  else {
    const png = readFileSync(file);
    if (png.readUInt32BE(16) !== 1200 || png.readUInt32BE(20) !== 630)
      problems.push(`${file} is not 1200 by 630`);
  }
  if (meta(html, 'og:image:alt').length < 20) problems.push('og:image:alt says too little');
  if (meta(html, 'description').length < 40) problems.push('the description says too little');
  return problems;
}

const Organization = v.object({
  '@type': v.literal('Organization'),
  name: v.string(),
  url: v.pipe(v.string(), v.url()),
});
const day = v.pipe(v.string(), v.isoDate());
const address = v.pipe(v.string(), v.url());
const Things = v.variant('@type', [
  v.object({
    '@context': v.literal('https://schema.org'),
    '@type': v.literal('NewsArticle'),
    headline: v.pipe(v.string(), v.maxLength(110)),
    description: v.string(),
    image: v.array(address),
    datePublished: day,
    dateModified: day,
    author: Organization,
    publisher: Organization,
    inLanguage: v.string(),
    isAccessibleForFree: v.literal(true),
    license: address,
    backstory: v.string(),
    correction: v.array(
      v.object({ '@type': v.literal('CorrectionComment'), text: v.string(), datePublished: day }),
    ),
    hasPart: v.pipe(
      v.array(v.object({ '@type': v.literal('WebPageElement'), name: v.string(), url: address })),
      v.minLength(1),
    ),
  }),
  v.object({
    '@context': v.literal('https://schema.org'),
    '@type': v.picklist(['WebPage', 'CollectionPage', 'AboutPage']),
    name: v.string(),
    description: v.string(),
    url: address,
    isPartOf: v.object({ '@type': v.literal('WebSite'), name: v.string(), url: address }),
    publisher: Organization,
  }),
  v.object({
    '@context': v.literal('https://schema.org'),
    '@type': v.literal('DefinedTermSet'),
    name: v.string(),
    url: address,
    hasDefinedTerm: v.pipe(
      v.array(
        v.object({
          '@type': v.literal('DefinedTerm'),
          '@id': address,
          name: v.string(),
          description: v.pipe(v.string(), v.minLength(10)),
        }),
      ),
      v.minLength(10),
    ),
  }),
  v.object({
    '@context': v.literal('https://schema.org'),
    '@type': v.literal('Dataset'),
    name: v.string(),
    description: v.pipe(v.string(), v.minLength(50), v.maxLength(5000)),
    url: address,
    license: address,
    creator: Organization,
    isAccessibleForFree: v.literal(true),
    temporalCoverage: v.pipe(v.string(), v.regex(/^\d{4}(-\d\d){0,2}\/\d{4}(-\d\d){0,2}$/)),
    variableMeasured: v.pipe(v.array(v.string()), v.minLength(3)),
    isBasedOn: v.pipe(v.array(address), v.minLength(1)),
    distribution: v.pipe(
      v.array(
        v.object({ '@type': v.literal('DataDownload'), encodingFormat: v.string(), contentUrl: address }),
      ),
      v.length(2),
    ),
    image: v.object({
      '@type': v.literal('ImageObject'),
      contentUrl: address,
      license: address,
      acquireLicensePage: address,
      creditText: v.string(),
    }),
  }),
  v.object({
    '@context': v.literal('https://schema.org'),
    '@type': v.literal('BreadcrumbList'),
    itemListElement: v.array(
      v.object({ '@type': v.literal('ListItem'), position: v.number(), name: v.string(), item: address }),
    ),
  }),
]);
const things = (html: string): unknown[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((match): unknown =>
    JSON.parse(match[1] ?? ''),
  );

describe.each(all)('/%s', (path) => {
  const html = read(`${path}index.html`);

  test('has complete card metadata: canonical and og:url agree, and the picture exists', () => {
    expect(cardProblems(html, path)).toEqual([]);
  });

  test('has valid schema.org data', () => {
    const said = things(html);
    expect(said.length).toBeGreaterThan(0);
    for (const thing of said) expect(v.safeParse(Things, thing).issues ?? []).toEqual([]);
  });

  test('has one main heading and one title', () => {
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(html.match(/<title>/g)).toHaveLength(1);
  });
});

test('reports planted defects', () => {
  const html = read('s/threshold/index.html');
  expect(
    cardProblems(html.replace('rel="canonical" href="https', 'rel="canonical" href="http'), 's/threshold/'),
  ).toHaveLength(1);
  expect(
    cardProblems(html.replace('/img/s/threshold.png', '/img/s/nowhere.png'), 's/threshold/'),
  ).toHaveLength(1);
  expect(v.safeParse(Things, { '@context': 'https://schema.org', '@type': 'NewsArticle' }).success).toBe(
    false,
  );
});

test('gives every page a unique title', () => {
  const titles = all.map((path) => /<title>([^<]+)</.exec(read(`${path}index.html`))?.[1]);
  expect(new Set(titles).size).toBe(all.length);
});

test('takes every modification date from the last update', () => {
  const [article] = things(read('index.html')) as { dateModified: string; datePublished: string }[];
  expect(article?.dateModified).toBe(facts.updates.at(-1)?.on);
  expect(article?.datePublished).toBe('2026-11-23');
});

describe.each(story)('the page of $id', ({ id, steps, title }) => {
  const html = read(`s/${id}/index.html`);
  test('shows the words and both pictures of every step, and links to each step in the story', () => {
    expect(text(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')).toBe(title);
    for (const step of steps) {
      expect(html).toContain(`id="${step.id}"`);
      expect(html).toContain(`href="../../#${step.id}"`);
      expect(text(html)).toContain(text(step.model.summary));
    }
    expect(html.match(/<svg[^>]*role="img"/g)).toHaveLength(2 * steps.length);
    expect(html).toContain(`href="../../#${id}"`);
    expect(html).toContain('<table>');
  });
});

/** Returns the first paragraph of a step on a page. */
const paragraph = (html: string, id: string): string => {
  const from = html.slice(html.indexOf(`id="${id}"`));
  const prose = from.slice(from.indexOf('class="prose"'));
  const start = prose.indexOf('<p');
  return text(
    prose.slice(start, prose.indexOf('</p>', start)).replace(/<button[^>]*class="cite.*?<\/button\s*>/gs, ''),
  );
};

test('/text/ has every step with the same words, every claim and every table', () => {
  const [whole, main] = [read('text/index.html'), read('index.html')];
  for (const { steps } of story)
    for (const { id, model } of steps) {
      expect(paragraph(whole, id), id).toBe(paragraph(main, id));
      expect(paragraph(whole, id).length).toBeGreaterThan(30);
      for (const row of model.table.ids) expect(whole).toContain(`href="../claims/#${row}"`);
    }
  const told = new Set([...main.matchAll(/data-claim="([^"]+)"/g)].map((match) => match[1]));
  for (const claim of told) expect(whole).toContain(`data-claim="${claim ?? ''}"`);
  expect(whole).not.toMatch(/<svg[^>]*role="img"/);
  // Every table is open, and every row with an address has a link.
  expect(whole.match(/<details class="data[^"]*" open/g)).toHaveLength(story.length);
  for (const { id } of neutralNames(facts)) expect(whole).toContain(`href="../claims/#${id}"`);
});

describe('machine-readable files', () => {
  test('list every page in the sitemap with its absolute address, and no other', () => {
    const found = [...read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
    expect([...found].sort()).toEqual(all.map((path) => `${SITE}${path}`).sort());
  });

  test('list every update in the feed, newest first', () => {
    const feed = read('feed.atom');
    const links = [...feed.matchAll(/<entry>[\s\S]*?<link href="([^"]+)"/g)].map((match) => match[1]);
    expect(links).toEqual([...facts.updates].reverse().map(({ id }) => `${SITE}corrections/#${id}`));
    // Permanent names must not contain the site's address, and never change.
    const names = [...feed.matchAll(/<id>([^<]+)</g)].map((match) => match[1] ?? '');
    expect(new Set(names).size).toBe(facts.updates.length + 1);
    for (const name of names)
      expect(name).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(names.at(-1)).toBe('urn:uuid:18076fb5-8877-5ab4-9b62-6890ae7570e7');
    for (const { id } of facts.updates) expect(read('corrections/index.html')).toContain(`id="${id}"`);
    expect(feed).toContain(`<updated>${facts.updates.at(-1)?.on ?? ''}T00:00:00Z</updated>`);
    expect(feed.match(/<entry>/g)?.length).toBe(feed.match(/<\/entry>/g)?.length);
  });

  test('give the manifest the paper colour and an existing icon', () => {
    const manifest = v.parse(
      v.object({ background_color: v.string(), icons: v.array(v.object({ src: v.string() })) }),
      JSON.parse(read('manifest.webmanifest')),
    );
    expect(readFileSync('src/styles/app.css', 'utf8')).toContain(`--paper: ${manifest.background_color};`);
    for (const { src } of manifest.icons) expect(existsSync(join('build', src))).toBe(true);
  });

  test('point to existing addresses from robots.txt and llms.txt', () => {
    expect(read('robots.txt')).toContain(`Sitemap: ${SITE}sitemap.xml`);
    for (const path of ['text/', 'claims/', 'sources/']) expect(read('llms.txt')).toContain(`${SITE}${path}`);
  });
});

test('has working links at any depth on the 404 page, and keeps it out of the sitemap', () => {
  const html = read('404.html');
  expect(existsSync('build/lost')).toBe(false);
  expect(meta(html, 'robots')).toBe('noindex');
  // The page answers any address, so it has no canonical one.
  expect([canonical(html), meta(html, 'og:url'), ...things(html)]).toEqual(['', '']);
  const own = [...html.matchAll(/\b(?:href|src)="([^"]+)"/g)].map((match) => match[1] ?? '');
  for (const link of own) expect(link).toMatch(/^(\/|#|https:\/\/)/);
  for (const { id } of story) expect(own).toContain(`/s/${id}/`);
  for (const link of own.filter((one) => one.startsWith('/')))
    expect(existsSync(join('build', link.replace(/#.*$/, ''))), link).toBe(true);
});

test('has the version and the date of the last update in CITATION.cff', () => {
  const cff = readFileSync('CITATION.cff', 'utf8');
  const { version } = v.parse(
    v.object({ version: v.string() }),
    JSON.parse(readFileSync('package.json', 'utf8')),
  );
  expect(cff).toContain(`\nversion: ${version}\n`);
  expect(cff).toContain(`\ndate-released: ${facts.updates.at(-1)?.on ?? ''}\n`);
});
