import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

const told = (all: readonly Finding[]): string[] =>
  all.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );

/** What axe finds wrong on a page, with the rule on target size switched on, and what it cannot tell. */
export async function examined(page: Page): Promise<{ wrong: string[]; unsure: string[] }> {
  await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate(
    () =>
      (
        Reflect.get(globalThis, 'axe') as {
          run: (options: object) => Promise<{ violations: Finding[]; incomplete: Finding[] }>;
        }
      ).run({
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations', 'incomplete'],
      }) as Promise<{
        violations: Finding[];
        incomplete: Finding[];
      }>,
  );
  return { wrong: told(violations), unsure: told(incomplete) };
}

/** What axe finds wrong. */
export const findings = async (page: Page): Promise<string[]> => (await examined(page)).wrong;

/** The charts of the story, as they stand in addresses. */
export const CHARTS = readdirSync('build/embed').sort();

/** Every kind of page but the story, as seen in a theme: a frame has no paper of its own to measure against without one. */
export const otherPages = (theme: 'light' | 'dark'): string[] => [
  's/threshold/',
  's/positions/',
  'text/',
  'claims/',
  'sources/',
  'methods/',
  'glossary/',
  'corrections/',
  'charts/',
  'chart/money/',
  'chart/positions/#take',
  `embed/ledger/?theme=${theme}`,
  `embed/reasons/?tab=table&theme=${theme}`,
  'embed-lab/',
];
