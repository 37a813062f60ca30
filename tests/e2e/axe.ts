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

/** Returns axe's violations on a page, with the target-size rule enabled, and its undecided results. */
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

/** Returns axe's violations. */
export const findings = async (page: Page): Promise<string[]> => (await examined(page)).wrong;

/** Ids of the story's charts, as addresses use them. */
export const CHARTS = readdirSync('build/embed').sort();

/**
 * Every kind of page except the story, in a theme; a frame without a theme has no background to measure
 * against.
 */
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
