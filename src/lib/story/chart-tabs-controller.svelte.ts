import { hydrate } from 'svelte';
import type { Dataset } from '$lib/data/schema.ts';
import ChartTabs from './ChartTabs.svelte';
import { stillProps, type Drawn, type SheetData, type Tab } from './chart-tabs.ts';

/** What a reader has done on a sheet. */
export interface Heard {
  turned: (step: string) => void;
  chosen: (tab: Tab) => void;
  revealed: () => void;
}

/** A sheet that answers. */
export interface LiveSheet {
  /** Shows a step; one that is not drawn with this chart changes nothing. @returns whether it is one */
  show: (step: string) => boolean;
  /** Shows picture, table or text. */
  read: (tab: Tab) => void;
  /** Draws and tells everything from other facts: the same ones through another lens. */
  relight: (facts: Dataset) => void;
}

/** Brings a written sheet to life. @throws what its chart throws, with the sheet as it was written left in its place */
export function createChartTabs(target: Element, data: SheetData, chart: Drawn, heard: Heard): LiveSheet {
  const props = $state(stillProps(data, chart));
  const written = [...target.cloneNode(true).childNodes];
  try {
    hydrate(ChartTabs, { target, props });
  } catch (error) {
    target.replaceChildren(...written);
    throw error;
  }
  const turn = (index: number): void => {
    const step = data.steps[index];
    if (step) Object.assign(props, { scene: step.scene, source: step.source, at: index });
  };
  Object.assign(props, {
    turn: (index: number) => {
      turn(index);
      heard.turned(data.steps[index]?.id ?? '');
    },
    choose: (tab: Tab) => {
      props.tab = tab;
      heard.chosen(tab);
    },
    reveal: heard.revealed,
  });
  return {
    show(id) {
      const index = data.steps.findIndex((step) => step.id === id);
      turn(index);
      return index >= 0;
    },
    read(tab) {
      props.tab = tab;
    },
    relight(facts) {
      props.facts = facts;
    },
  };
}
