import type { ChartModule } from '#story/section.ts';

const files = import.meta.glob<ChartModule>(
  ['../charts/*.svelte', '!../charts/{Data,Evidence,Figure,Stage,Picture,Weigh}.svelte'],
  {
    eager: true,
  },
);

/** A chart's file name, from the chart. @throws RangeError where no file in `charts/` is it */
export function chartName(chart: ChartModule): string {
  const found = Object.entries(files).find(([, module]) => module.default === chart.default);
  if (!found) throw new RangeError('a section has a chart that is not a file of charts/');
  return found[0];
}
