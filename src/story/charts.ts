import { story } from './index.ts';
import type { ChartModule, Section } from './section.ts';

/** The charts of the story, each once, with the section that is its home: the first that draws with it. */
export const charts: readonly { chart: ChartModule; home: Section }[] = story
  .filter((section, index) => story.findIndex(({ chart }) => chart === section.chart) === index)
  .map((home) => ({ chart: home.chart, home }));
