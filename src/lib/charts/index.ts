// The chart registry: one line for each chart, under its published id. Each module loads when its chart is
// first drawn.
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

/**
 * Loads a chart by its id.
 * @throws RangeError if the registry has no such chart
 */
export async function loadChart(id: string): Promise<ChartModule> {
  if (!isChartId(id)) throw new RangeError(`no chart "${id}"`);
  // From here on a scene and its chart stay together, so that their types always match.
  return (await charts[id]()) as unknown as ChartModule;
}
