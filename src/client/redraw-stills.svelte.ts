// Redraws the still charts of a page, and rewrites their text, for a filter. Loaded when a reader first sets
// a filter.
import { mount } from 'svelte';
import type { Dataset } from '$lib/data/schema.ts';
import ChartSvg from '$lib/charts/ChartSvg.svelte';
import { WIDTHS } from '$lib/charts/context.ts';
import type { Live } from '$lib/server/page-data.ts';
import { drawnSteps, teller, type DrawnStep } from './update-captions.svelte.ts';

/**
 * Mounts the still charts of one step.
 * @returns a function that draws them from a dataset
 */
function stillsIn(place: Element, { chart, scene }: DrawnStep): (facts: Dataset) => void {
  const frames = WIDTHS.flatMap((width) => {
    const frame = place.querySelector(`.still .picture[data-width="${width}"]`);
    return frame ? [{ width, frame }] : [];
  });
  const drawn: { facts: Dataset }[] = [];
  return (facts) => {
    for (const [index, { width, frame }] of frames.entries()) {
      const known = drawn[index];
      if (known) {
        known.facts = facts;
        continue;
      }
      const props = $state({ Chart: chart.default, facts, scene, width, lost: reportError });
      frame.replaceChildren();
      mount(ChartSvg, { target: frame, props });
      drawn.push(props);
    }
  };
}

/**
 * Prepares every section of a page.
 * @returns a function that redraws the charts and rewrites their text from a dataset
 */
export async function stillsRedrawer(live: Live): Promise<(facts: Dataset) => Promise<void>> {
  const all = await Promise.all(
    live.sections.map(async (section) => {
      // A section's own page contains nothing but that section.
      const element = document.getElementById(section.id) ?? document.body;
      const steps = await drawnSteps(section);
      const stills = [...element.querySelectorAll('[data-step]')].flatMap((place, index) => {
        const step = steps[index];
        return step ? [stillsIn(place, step)] : [];
      });
      return { stills, tell: teller(section, steps, element, live.record) };
    }),
  );
  return async (facts) => {
    for (const draw of all.flatMap(({ stills }) => stills)) draw(facts);
    await Promise.all(all.map(({ tell }) => tell(facts)));
  };
}
