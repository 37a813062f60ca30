import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { combineEvidence, formatDate, formatToken } from '$lib/data/format.ts';
import { facts } from '$lib/data/dataset.ts';
import { serializeEvidence, allStatements } from '$lib/data/filter.ts';
import { pointsOf, findFact } from '$lib/data/lookup.ts';
import { READ } from '$lib/story/prose/source-access.ts';
import { neutralNames } from '$lib/reference/row-views.ts';
import { ABOUT, CITY_HALL, stanceWord, STATE, SUM } from '$lib/reference/labels.ts';
import { deadLinks, elementsOf, has, idProblems, sayProblems, valuesOf, type Element } from './html.ts';

const NAMES = ['claims', 'sources', 'methods', 'corrections', 'glossary'] as const;
const read = (path: string): Element[] => elementsOf(readFileSync(`build${path}index.html`, 'utf8'));
// All built pages, because a link may lead to any of them.
const paths = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .map((file) => `/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('/index.html'))
  .map((file) => file.replace(/index\.html$/, ''));
const pages = new Map(paths.map((path) => [path, read(path)]));
const page = (name: (typeof NAMES)[number]): Element[] => pages.get(`/${name}/`) ?? [];

function byId(elements: readonly Element[], id: string): Element {
  const found = elements.find(({ attributes }) => attributes.get('id') === id);
  if (!found) throw new Error(`no #${id}`);
  return found;
}
const inside = (elements: readonly Element[], id: string): Element[] => {
  const outer = byId(elements, id);
  return elements.filter(({ around }) => around.includes(outer));
};
const hrefs = (elements: readonly Element[], id: string): string[] => valuesOf(inside(elements, id), 'href');
const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Every dataset id that appears on the page of claims and facts. */
const onClaims = [
  ...[facts.claims, facts.amounts, facts.timeline, facts.stakeholders, facts.arguments].flatMap(ids),
  ...[facts.tensions, facts.options, facts.questions, facts.comparisons, facts.figures].flatMap(ids),
  ...facts.tensions.flatMap(({ sides, questions }) => [
    ...ids(sides),
    ...sides.flatMap(({ evidence }) => ids(evidence)),
    ...ids(questions),
  ]),
  ...facts.options.flatMap((option) => ids(option.facts)),
  ...[facts.forces, facts.polls, facts.notices, facts.cases].flatMap(ids),
];

describe.each(NAMES)('/%s/', (name) => {
  const elements = page(name);
  test('has one main heading, a unique title, a description and one main element', () => {
    expect(elements.filter(({ tag }) => tag === 'h1')).toHaveLength(1);
    expect(
      elements.filter(({ tag }) => tag === 'main').map(({ attributes }) => attributes.get('id')),
    ).toEqual(['top']);
    const titles = [...pages.values()].map((all) => all.find(({ tag }) => tag === 'title')?.text);
    expect(new Set(titles).size).toBe(titles.length);
    const description = elements.find(({ attributes }) => attributes.get('name') === 'description');
    expect(description?.attributes.get('content')).toMatch(/^.{50,160}$/);
  });

  test('skips no heading level', () => {
    const levels = elements.filter(({ tag }) => /^h\d$/.test(tag)).map(({ tag }) => Number(tag.slice(1)));
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  test('links to existing pages and rows, and leaves the site only for sources', () => {
    const urls = new Set([...facts.sources.map(({ url }) => url), process.env['PUBLIC_CONTACT_URL']]);
    const links = elements.filter(({ tag }) => tag === 'a');
    for (const href of valuesOf(links, 'href').filter((one) => /^[a-z]+:/.test(one)))
      expect(urls).toContain(href);
  });

  test('has the attributes that the filter needs', () => {
    expect(sayProblems(elements)).toEqual([]);
  });
});

test('resolves every link from the story to the reference pages', () => {
  expect(
    valuesOf(pages.get('/') ?? [], 'href').filter((href) => href.startsWith('./claims/')).length,
  ).toBeGreaterThan(0);
});

test.each(paths)('%s has no broken internal link', (path) => {
  expect(deadLinks(path, pages, (file) => existsSync(`build${file}`))).toEqual([]);
});

test('gives every row one address', () => {
  expect(onClaims.length).toBeGreaterThan(400);
  expect(
    neutralNames(facts)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...onClaims].sort());
  expect(idProblems(page('claims'), onClaims)).toEqual([]);
  expect(idProblems(page('sources'), ids(facts.sources))).toEqual([]);
  expect(idProblems(page('glossary'), ids(facts.glossary))).toEqual([]);
  expect(idProblems(page('corrections'), ids(facts.updates))).toEqual([]);
  expect(idProblems(page('methods'), [])).toEqual([]);
});

test('shows every claim with its wording, its verdict and its correction', () => {
  for (const claim of facts.claims) {
    const { text } = byId(page('claims'), claim.id);
    expect(text).toContain(claim.claim);
    expect(text).toContain(`Verdict: ${claim.verdict}. ${claim.why}`);
    const links = hrefs(page('claims'), claim.id).map((href) => href.split('#')[1]);
    for (const id of [...claim.replacedBy, ...claim.sources]) expect(links).toContain(id);
  }
});

test('shows every statement with its text, its basis, its icon and a link to every source', () => {
  const elements = page('claims');
  for (const { id } of allStatements(facts)) {
    const row = findFact(facts, id);
    const element = byId(elements, id);
    expect([id, element.attributes.get('data-evidence')]).toEqual([id, serializeEvidence(row)]);
    expect(inside(elements, id).some((one) => one.attributes.get('data-mark') === row.evidence)).toBe(true);
    expect(element.text).toContain(row.text);
    expect(element.text).toContain(row.knownFrom ? formatDate(row.knownFrom) : 'date not known');
    for (const source of row.sources) expect(hrefs(elements, id)).toContain(`../sources/#${source}`);
  }
});

test('derives the evidence label of claims, questions and terms from their basis', () => {
  const basis = (name: (typeof NAMES)[number], id: string) =>
    byId(page(name), id).attributes.get('data-evidence');
  for (const claim of facts.claims)
    expect(basis('claims', claim.id)).toBe(serializeEvidence(claim.rests ?? { evidence: null }));
  for (const { id, facts: about } of facts.questions)
    expect(basis('claims', id)).toBe(serializeEvidence(combineEvidence(about.map((one) => findFact(facts, one)))));
  for (const { id, official, sources } of facts.glossary)
    expect(basis('glossary', id)).toBe(official ? 'official@' : sources.length > 0 ? 'single@' : undefined);
});

test('states in words which kind of row each row is', () => {
  const elements = page('claims');
  const says = (id: string, ...words: string[]) => {
    for (const one of words) expect(byId(elements, id).text).toContain(one);
  };
  for (const amount of facts.amounts) {
    says(amount.id, STATE[amount.state], SUM[amount.basis]);
    for (const other of amount.overlaps) expect(hrefs(elements, amount.id)).toContain(`#${other}`);
  }
  for (const voice of facts.stakeholders)
    says(voice.id, stanceWord(voice.stance), voice.stance ? ABOUT[voice.basis] : 'No position found');
  for (const argument of facts.arguments) says(argument.id, argument.counter, CITY_HALL[argument.cityHall]);
  for (const point of pointsOf(facts)) if (point.inference) says(point.id, `Our reading: ${point.text}`);
  for (const { id, title, question, seedCheck, sides, questions } of facts.tensions)
    says(
      id,
      title,
      question,
      seedCheck,
      ...sides.map(({ label }) => label),
      ...questions.map(({ text }) => text),
    );
  for (const { id, title, assessment, askedFor, ukPoliceUsersFound, notEstablished } of facts.options)
    says(id, title, `Our reading: ${assessment}`, askedFor, ukPoliceUsersFound ?? '', notEstablished ?? '');
  for (const { id, question, lookedFor } of facts.questions) says(id, question, lookedFor);
  for (const { id, caveat } of facts.comparisons) says(id, `= ${formatToken(facts, id)}`, caveat);
  for (const { id, text } of facts.figures) says(id, `“${text}”`);
  for (const row of [...facts.timeline, ...facts.stakeholders])
    if (row.quote) says(row.id, row.quote.text, row.quote.speaker);
});

test('lists the refused contract and the staff pilot separately', () => {
  const heads = page('claims').filter(
    ({ tag, attributes }) => tag === 'h3' || has({ attributes } as Element, 'fact'),
  );
  const headOf = (id: string): string | undefined =>
    heads
      .slice(
        0,
        heads.findIndex(({ attributes }) => attributes.get('id') === id),
      )
      .filter(({ tag }) => tag === 'h3')
      .at(-1)?.text;
  expect(headOf('met-palantir-ceiling')).not.toBe(headOf('met-palantir-pilot'));
  expect(headOf('block-public')).not.toBe(headOf('met-misconduct-pilot-revealed'));
});

test('shows author, title, date, address, access and use of every source', () => {
  const elements = page('sources');
  for (const source of facts.sources) {
    const { text } = byId(elements, source.id);
    expect(text).toContain(source.publisher);
    expect(text).toContain(source.title ?? 'Title not seen');
    expect(text).toContain(source.published ? formatDate(source.published) : 'Date not known');
    expect(text.toLowerCase()).toContain(READ[source.access]);
    if (source.note) expect(text).toContain(source.note);
    const out = inside(elements, source.id).filter(
      ({ attributes }) => attributes.get('rel') === 'noopener external',
    );
    expect(valuesOf(out, 'href')).toEqual(source.url ? [source.url] : []);
    expect(text.includes('No address.')).toBe(source.url === null);
    expect(hrefs(elements, source.id).some((href) => /^\.\.\/(claims|glossary)\/#/.test(href))).toBe(true);
  }
  // And in reverse: every source of a fact lists the fact.
  for (const { id } of allStatements(facts))
    for (const source of findFact(facts, id).sources)
      expect(hrefs(elements, source)).toContain(`../claims/#${id}`);
});

test('shows the date of the last update, and every update, newest first', () => {
  const times = valuesOf(page('corrections'), 'datetime');
  const days = facts.updates.map(({ on }) => on);
  expect(times).toEqual([days.at(-1), ...days.reverse()]);
  for (const update of facts.updates)
    expect(byId(page('corrections'), update.id).text).toContain(update.text);
});

test('shows withdrawn wording only among the corrections and in frozen embeds', () => {
  const WITHDRAWN = [
    'different budget',
    'only an early article gives it',
    'could read only through rewrites',
  ];
  const files = readdirSync('build', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:html|txt|csv|json|svg|js|xml)$/.test(file))
    .filter((file) => !/^(?:corrections|v)\//.test(file));
  expect(files.length).toBeGreaterThan(100);
  const holding = files.filter((file) => {
    const text = readFileSync(`build/${file}`, 'utf8').replace(/\s+/g, ' ');
    return WITHDRAWN.some((words) => text.includes(words));
  });
  expect(holding).toEqual([]);
});

test('keeps each page within its weight budget', () => {
  for (const name of NAMES) expect(readFileSync(`build/${name}/index.html`).length).toBeLessThan(800_000);
});

describe('the checkers', () => {
  const bad = (html: string) => elementsOf(html);
  test('report wrong ids', () => {
    expect(idProblems(bad('<p id="a"></p><p id="a"></p>'), ['a', 'b'])).toEqual([
      '#b is missing',
      '#a stands more than once',
    ]);
  });
  test('report broken links', () => {
    const two = new Map([
      ['/', bad('<a href="./x/#no">a</a><a href="./x/#y">b</a><a href="./z/">c</a><a href="#q">d</a>')],
      ['/x/', bad('<p id="y"></p><a href="../">e</a><a href="../x/#y">f</a><a href="../../">g</a>')],
    ]);
    expect(deadLinks('/', two)).toEqual(['./x/#no', './z/', '#q']);
    expect(deadLinks('/x/', two)).toEqual([]);
  });
  test('report missing filter attributes', () => {
    expect(sayProblems(bad('<p class="statement" id="a">name</p>'))).toEqual(['a: 0 .statement-text']);
    expect(sayProblems(bad('<p class="statement" id="a">£5m<i class="statement-text">it</i></p>'))).toEqual([
      'a: a sum in its name',
    ]);
    expect(sayProblems(bad('<p class="statement" id="a"><b><i class="statement-text">it</i></b></p>'))).toEqual([
      'a: .statement-text is not its child',
    ]);
    expect(
      sayProblems(bad('<p class="statement" id="a"><i class="statement-text"><b class="statement" id="b">x</b></i></p>')),
    ).toEqual(['b: 0 .statement-text', 'b: stands in another .statement']);
  });
  test('report wrong elements', () => {
    expect(() => bad('<p><b></p></b>')).toThrow('</p> closes <b>');
  });
});
