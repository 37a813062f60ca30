// The registry: the only answer to "what is a chart?". One line a chart, under its published id; each is fetched when it
// is first drawn.
import type { ChartModule } from './chart.ts';

const charts = {
  money: () => import('./money/Money.svelte'),
  reasons: () => import('./reasons/Reasons.svelte'),
  dates: () => import('./dates/Dates.svelte'),
  positions: () => import('./positions/Positions.svelte'),
  ledger: () => import('./ledger/Ledger.svelte'),
  balance: () => import('./balance/Balance.svelte'),
  paths: () => import('./paths/Paths.svelte'),
  gaps: () => import('./gaps/Gaps.svelte'),
} as const;

const isChartId = (id: string): id is keyof typeof charts => id in charts;

/** Fetches a chart by its id. @throws RangeError where the registry has no such chart */
export async function loadChart(id: string): Promise<ChartModule> {
  if (!isChartId(id)) throw new RangeError(`no chart "${id}"`);
  // A scene and its chart travel together from here on, so that the pair stays of one kind.
  return (await charts[id]()) as unknown as ChartModule;
}
