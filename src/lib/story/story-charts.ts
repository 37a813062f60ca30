import { story } from './index.ts';
import type { ChartModule } from '$lib/charts/chart.ts';
import type { Section, StoryStep } from './section.ts';

/** A chart of the story with the details it needs on its own page. */
export interface StoryChart {
  /** The chart's id, as used in URLs. */
  id: string;
  chart: ChartModule;
  /** The first section that uses the chart. */
  home: Section;
  /** The chart's name in lists. */
  picture: string;
  /** Every step that uses the chart, in story order. */
  steps: readonly StoryStep[];
  /** The step whose picture represents the chart. */
  still: StoryStep;
}

/** The charts of the story, each once, in the order of their first use. */
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

/**
 * Returns the chart of a section.
 * @throws RangeError if the section is not in the story
 */
export function chartOf(section: Pick<Section, 'id' | 'chart'>): StoryChart {
  const found = charts.find(({ chart }) => chart.id === section.chart.id);
  if (!found) throw new RangeError(`section "${section.id}" draws with no chart of the story`);
  return found;
}
