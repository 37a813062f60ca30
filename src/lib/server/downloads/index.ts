import { facts } from '$lib/data/dataset.ts';
import { getById } from '$lib/data/lookup.ts';
import type { Dataset } from '$lib/data/schema.ts';
import { citationsOf } from '$lib/seo/citation.ts';
import type { StoryChart } from '$lib/story/story-charts.ts';
import { csvOf, dataOf, type Column } from '$lib/charts/csv.ts';

// The download files of each chart, built from the same rows as its picture and its table.

const NAME = 'Who could say no?';
const LICENCE = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0',
};
const RIGHTS =
  'Text, charts and data CC BY 4.0; quotations belong to their speakers and publishers and are not under this licence.';
const version = facts.updates.at(-1)?.on ?? facts.record.compiled;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const sourcesOf = ({ steps }: StoryChart): string[] => [
  ...new Set(steps.flatMap(({ model }) => model.sources)),
];
const caveatsOf = ({ steps }: StoryChart): string[] => [
  ...new Set(steps.flatMap(({ model }) => model.caveats ?? [])),
];
const urlOf = ({ id }: StoryChart, site: string): string => `${site}chart/${id}/`;
const citationOf = (chart: StoryChart, site: string): { plain: string; bibtex: string; ris: string } =>
  citationsOf({ title: chart.picture, url: urlOf(chart, site), version });

/** Returns the sources of a chart in the form of a Data Package. */
const packaged = (chart: StoryChart): { title: string; path?: string }[] =>
  sourcesOf(chart).map((id) => {
    const { publisher, title, url } = getById(facts.sources, id);
    return { title: [publisher, title].filter(Boolean).join(': '), ...(url === null ? {} : { path: url }) };
  });

/** Returns a chart’s CSV as a resource of a Data Package (Frictionless, version 1). */
const resourceOf = (chart: StoryChart, path: string): object => ({
  profile: 'tabular-data-resource',
  name: chart.id,
  path,
  title: chart.picture,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  schema: { fields: dataOf(facts, chart.steps).columns, missingValues: [''] },
});

const packageOf = (name: string, title: string, charts: readonly StoryChart[], folder: string): object => ({
  profile: 'tabular-data-package',
  name,
  title,
  version,
  licenses: [LICENCE],
  sources: [...new Map(charts.flatMap(packaged).map((source) => [JSON.stringify(source), source])).values()],
  resources: charts.map((chart) => resourceOf(chart, `${folder}${chart.id}.csv`)),
});

/** Returns one Data Package with all charts’ data, with paths relative to the site. */
export const rootPackage = (charts: readonly StoryChart[]): string =>
  json(packageOf('who-could-say-no', NAME, charts, 'data/'));

/** Returns a chart’s metadata: columns, sources, the title of each picture, and its citation. */
const metadataOf = (chart: StoryChart, site: string): object => ({
  id: chart.id,
  title: chart.picture,
  url: urlOf(chart, site),
  readingGuide: chart.still.model.readingGuide,
  caveats: caveatsOf(chart),
  recordStops: facts.record.cutOff,
  version,
  licence: LICENCE,
  rights: RIGHTS,
  citation: citationOf(chart, site),
  columns: dataOf(facts, chart.steps).columns,
  sources: sourcesOf(chart).map((id) => {
    const { publisher, title, url, published, access } = getById(facts.sources, id);
    return { id, publisher, title, url, published, access };
  }),
  steps: chart.steps.map(({ id, model }) => ({
    id,
    url: `${site}#${id}`,
    title: model.title,
    subtitle: model.subtitle,
    summary: model.summary,
  })),
});

/** Returns a chart’s rows as objects, keyed by column name. */
function rowsAsObjects(record: Dataset, chart: StoryChart): object[] {
  const { columns, rows } = dataOf(record, chart.steps);
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
}

const listed = (columns: readonly Column[]): string =>
  columns.map(({ name, description }) => `- \`${name}\`: ${description}`).join('\n');

const readmeOf = (chart: StoryChart, site: string): string => `# ${chart.picture}

The data of one chart of “${NAME}”: ${urlOf(chart, site)}

## What you should know

${[chart.still.model.readingGuide, ...caveatsOf(chart), `The record stops in ${facts.record.cutOffText}. Silence after that means we did not find it, not that it did not happen.`].map((text) => `- ${text.replace(/\.?$/, '.')}`).join('\n')}

Nothing has been filtered: the file holds every row of every picture of the chart. Version of ${version}.

## Columns of ${chart.id}.csv

${listed(dataOf(facts, chart.steps).columns)}

## To cite it

${citationOf(chart, site).plain}

\`\`\`
${citationOf(chart, site).bibtex}
\`\`\`

## Licence

${RIGHTS} See LICENSE.txt.
`;

const LICENSE = `${LICENCE.title} International (CC BY 4.0)
${LICENCE.path}

Credit: “${NAME}”.
${RIGHTS}
`;

/**
 * Returns every file of `/data/` by name, and for every chart the extra files of its archive.
 * @param site absolute URL of the site, with a trailing slash
 */
export function filesOf(
  charts: readonly StoryChart[],
  site: string,
): { files: Record<string, string>; archives: Record<string, Record<string, string>> } {
  const files = charts.flatMap((chart): [string, string][] => [
    [`${chart.id}.csv`, csvOf(dataOf(facts, chart.steps))],
    // With a byte order mark: spreadsheets need it to detect UTF-8, other programs fail on it.
    [`${chart.id}.excel.csv`, `\uFEFF${csvOf(dataOf(facts, chart.steps))}`],
    [`${chart.id}.json`, json(rowsAsObjects(facts, chart))],
    [`${chart.id}.metadata.json`, json(metadataOf(chart, site))],
    ...chart.steps.map((step): [string, string] => [`${step.id}.csv`, csvOf(dataOf(facts, [step]))]),
  ]);
  return {
    files: Object.fromEntries(files),
    archives: Object.fromEntries(
      charts.map((chart) => [
        chart.id,
        {
          'README.md': readmeOf(chart, site),
          'LICENSE.txt': LICENSE,
          'datapackage.json': json(packageOf(chart.id, chart.picture, [chart], '')),
        },
      ]),
    ),
  };
}
