import { hydrate } from 'svelte';
import type { Dataset } from '$lib/data/schema.ts';
import ChartTabs from './ChartTabs.svelte';
import { stillProps, type Drawn, type SheetData, type Tab } from './chart-tabs.ts';

/** Callbacks for the reader's actions on a chart sheet. */
export interface Heard {
  turned: (step: string) => void;
  chosen: (tab: Tab) => void;
  revealed: () => void;
}

/** Controls a hydrated chart sheet. */
export interface LiveSheet {
  /**
   * Shows a step. A step of another chart draws nothing.
   * @returns whether the step belongs to this chart
   */
  show: (step: string) => boolean;
  /** Shows the picture, the table or the text. */
  read: (tab: Tab) => void;
  /** Redraws the chart and rewrites its text from another, usually filtered, dataset. */
  relight: (facts: Dataset) => void;
}

/**
 * Hydrates a server-rendered chart sheet.
 * @throws the chart's own error, after restoring the server-rendered sheet
 */
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
