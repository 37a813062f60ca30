import { facts } from '$lib/data/dataset.ts';
import { charts } from '$lib/story/story-charts.ts';
import { story } from '$lib/story/index.ts';
import { lead } from '$lib/seo/description.ts';
import { absolute } from '$lib/server/site-url.ts';

export const prerender = true;

/** Returns llms.txt, which tells language models where to find the text and the dataset. */
export const GET = (): Response =>
  new Response(
    `# Who could say no?

> ${lead(facts)}

The record stops in ${facts.record.cutOffText}. Every number carries its source and one of five labels: official, reported, single, contested, unconfirmed. Text and data are CC BY 4.0; quotations belong to their speakers and publishers.

- [The complete text](${absolute('text/')}): every step's words and every table
- [Claims and facts](${absolute('claims/')}): every fact of the record under its own address
- [Sources](${absolute('sources/')})
- [Methods](${absolute('methods/')})

## Data

${charts.map(({ id, picture }) => `- [${picture}](${absolute(`data/${id}.csv`)}): every row as CSV; [what it is](${absolute(`data/${id}.metadata.json`)})`).join('\n')}
- [All of it as a Data Package](${absolute('datapackage.json')})

## Chapters

${story.map(({ id, title, question }) => `- [${title}](${absolute(`s/${id}/`)}): ${question}`).join('\n')}
`,
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
