import { story } from './index.ts';
import type { ChartModule, Section, StepOf } from './section.ts';

/** Every file of the charts' floor: a chart is called what its file is called. Files that are no chart are never asked for. */
const files = import.meta.glob<Partial<ChartModule>>('../charts/*.svelte', { eager: true });

/** A chart of the story, with what stands for it where it stands alone. */
export interface ChartOf {
  /** As it stands in addresses: its file name in small letters. */
  id: string;
  chart: ChartModule;
  /** The first section that draws with it. */
  home: Section;
  /** What it is called in lists. */
  picture: string;
  /** Every step that is drawn with it, in the order of the story. */
  steps: readonly StepOf[];
  /** The step whose picture stands for it. */
  still: StepOf;
}

/** @throws RangeError where no file of the charts' floor is the chart */
function idOf(chart: ChartModule): string {
  const path = Object.keys(files).find((file) => files[file]?.default === chart.default);
  const name = path === undefined ? undefined : /(\w+)\.svelte$/.exec(path)?.[1];
  if (name === undefined) throw new RangeError('a section has a chart that is not a file of charts/');
  return name.toLowerCase();
}

/** The charts of the story, each once, in the order in which they are first drawn with. */
export const charts: readonly ChartOf[] = story
  .filter((section, index) => story.findIndex(({ chart }) => chart === section.chart) === index)
  .map((home) => ({
    id: idOf(home.chart),
    chart: home.chart,
    home,
    picture: home.picture,
    steps: story.flatMap(({ steps }) => steps).filter(({ chart }) => chart.default === home.chart.default),
    still: home.still,
  }));

/** The chart that a section draws with. @throws RangeError where the section is not in the story */
export function chartOf(section: Pick<Section, 'id' | 'chart'>): ChartOf {
  const found = charts.find(({ chart }) => chart.default === section.chart.default);
  if (!found) throw new RangeError(`section "${section.id}" draws with no chart of the story`);
  return found;
}
