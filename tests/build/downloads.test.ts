import { existsSync, readFileSync } from 'node:fs';
import { csvParseRows } from 'd3';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { charts } from '$lib/story/story-charts.ts';
import { elementsOf, has, valuesOf } from './html.ts';

const read = (file: string): string => readFileSync(`build/${file}`, 'utf8');

/** Returns the cells of a table on a built page, row by row. */
function tableOf(html: string): string[][] {
  const elements = elementsOf(html);
  const body = elements.filter(
    ({ tag, around }) => tag === 'tr' && around.some((one) => one.tag === 'tbody'),
  );
  return body.map((row) =>
    elements
      .filter(({ tag, around }) => /^t[dh]$/.test(tag) && around.includes(row))
      .map(({ text }) => text.trim()),
  );
}

/** A tabular Data Package, as in version 1 of its specification. */
const Name = v.pipe(v.string(), v.regex(/^[-a-z0-9._/]+$/));
const Package = v.object({
  profile: v.literal('tabular-data-package'),
  name: Name,
  title: v.string(),
  version: v.pipe(v.string(), v.isoDate()),
  licenses: v.pipe(
    v.array(v.object({ name: v.string(), path: v.pipe(v.string(), v.url()) })),
    v.minLength(1),
  ),
  sources: v.pipe(
    v.array(
      v.object({ title: v.pipe(v.string(), v.minLength(1)), path: v.optional(v.pipe(v.string(), v.url())) }),
    ),
    v.minLength(1),
  ),
  resources: v.pipe(
    v.array(
      v.object({
        profile: v.literal('tabular-data-resource'),
        name: Name,
        path: v.pipe(v.string(), v.regex(/^(?!\/|\.)[^:]+\.csv$/)),
        format: v.literal('csv'),
        mediatype: v.literal('text/csv'),
        encoding: v.literal('utf-8'),
        schema: v.object({
          fields: v.array(v.object({ name: v.string(), type: v.picklist(['string', 'number']) })),
          missingValues: v.array(v.string()),
        }),
      }),
    ),
    v.minLength(1),
  ),
});

/** Returns the errors of a Data Package validator: in the descriptor, and in each cell of its tables. */
function packageProblems(text: string, csv: (path: string) => string): string[] {
  const parsed = v.safeParse(Package, JSON.parse(text));
  if (!parsed.success) return parsed.issues.map((issue) => v.getDotPath(issue) ?? issue.message);
  return parsed.output.resources.flatMap(({ path, schema: { fields } }) => {
    const [head = [], ...rows] = csvParseRows(csv(path));
    return [
      ...(head.join() === fields.map(({ name }) => name).join()
        ? []
        : [`${path}: its head is not its fields`]),
      ...(new Set(head).size === head.length ? [] : [`${path}: a column twice`]),
      ...rows.flatMap((row, index) =>
        row.length !== fields.length
          ? [`${path}: row ${index + 1} has ${row.length} cells`]
          : fields.flatMap(({ name, type }, column) =>
              type === 'number' && !/^(-?\d+(\.\d+)?)?$/.test(row[column] ?? '')
                ? [`${path}: ${name} in row ${index + 1}`]
                : [],
            ),
      ),
    ];
  });
}

test('describes all downloads in one valid data package', () => {
  expect(packageProblems(read('datapackage.json'), read)).toEqual([]);
});

test('reports planted defects', () => {
  const text = read('datapackage.json');
  expect(packageProblems(text.replace('"tabular-data-package"', '"other"'), read)).toEqual(['profile']);
  expect(packageProblems(text.replace('"name": "squares",', '"name": "square",'), read)).toEqual([
    'data/money.csv: its head is not its fields',
  ]);
  expect(packageProblems(text, (path) => read(path).replace(',500000,', ',half a million,'))).toContain(
    'data/money.csv: value in row 1',
  );
});

describe.each(charts)('$id', ({ id, still, steps }) => {
  test('has the same rows in its table and in the CSV of the visible rows', () => {
    const [head = [], ...rows] = csvParseRows(read(`data/${still.id}.csv`));
    const page = tableOf(read(`chart/${id}/index.html`));
    const cells = (page[0] ?? []).length;
    expect(cells).toBe(head.indexOf('fact_id'));
    expect(rows.map((row) => row.slice(0, cells))).toEqual(page);
  });

  test('has every row of its CSV in the tables of the story', () => {
    const [head = [], ...rows] = csvParseRows(read(`data/${id}.csv`));
    const story = new Set(tableOf(read('index.html')).map((row) => row.join('\t')));
    for (const row of rows) expect(story).toContain(row.slice(0, head.indexOf('fact_id')).join('\t'));
  });

  test('has an archive with the same files, a description and a licence', () => {
    const archive = unzipSync(new Uint8Array(readFileSync(`build/data/${id}.zip`)));
    const text = (name: string): string => new TextDecoder().decode(archive[name]);
    expect(Object.keys(archive).sort()).toEqual(
      [
        'LICENSE.txt',
        'README.md',
        'datapackage.json',
        `${id}.csv`,
        `${id}.metadata.json`,
        `${id}.svg`,
      ].sort(),
    );
    for (const [name, file] of [
      [`${id}.csv`, `data/${id}.csv`],
      [`${id}.metadata.json`, `data/${id}.metadata.json`],
      [`${id}.svg`, `img/${id}.light.svg`],
    ] as const)
      expect(text(name)).toBe(read(file));
    expect(packageProblems(text('datapackage.json'), text)).toEqual([]);
    const { columns } = JSON.parse(text(`${id}.metadata.json`)) as { columns: { name: string }[] };
    for (const { name } of columns) expect(text('README.md')).toContain(`- \`${name}\`: `);
    expect(text('LICENSE.txt')).toContain('CC BY 4.0');
  });

  test('links every download to an existing file', () => {
    const links = elementsOf(read(`chart/${id}/index.html`)).filter(
      ({ tag, around }) => tag === 'a' && around.some((one) => has(one, 'downloads')),
    );
    const paths = valuesOf(links, 'href').map((href) => href.replace('../../', ''));
    expect(paths.length).toBeGreaterThanOrEqual(13);
    for (const path of paths) expect([path, existsSync(`build/${path}`)]).toEqual([path, true]);
    for (const step of steps) expect(existsSync(`build/data/${step.id}.csv`)).toBe(true);
  });
});

test('leaves no intermediate archive file in the build', () => {
  expect(existsSync('build/data/archives.json')).toBe(false);
});
