import { story } from './index.ts';
import type { ChartModule } from '$lib/charts/chart.ts';
import type { Section, StoryStep } from './section.ts';

/** A chart of the story, with what stands for it where it stands alone. */
export interface StoryChart {
  /** As it stands in addresses. */
  id: string;
  chart: ChartModule;
  /** The first section that draws with it. */
  home: Section;
  /** What it is called in lists. */
  picture: string;
  /** Every step that is drawn with it, in the order of the story. */
  steps: readonly StoryStep[];
  /** The step whose picture stands for it. */
  still: StoryStep;
}

/** The charts of the story, each once, in the order in which they are first drawn with. */
export const charts: readonly StoryChart[] = story
  .filter((section, index) => story.findIndex(({ chart }) => chart.id === section.chart.id) === index)
  .map((home) => ({
    id: home.chart.id,
    chart: home.chart,
    home,
    picture: home.picture,
    steps: story.flatMap(({ steps }) => steps).filter(({ chart }) => chart.id === home.chart.id),
    still: home.still,
  }));

/** The chart that a section draws with. @throws RangeError where the section is not in the story */
export function chartOf(section: Pick<Section, 'id' | 'chart'>): StoryChart {
  const found = charts.find(({ chart }) => chart.id === section.chart.id);
  if (!found) throw new RangeError(`section "${section.id}" draws with no chart of the story`);
  return found;
}
