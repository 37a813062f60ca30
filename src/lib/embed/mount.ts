// Hydrates one chart in an embed: a single classic script that uses no requests, storage or history.
import { isInactive, filterFromQuery, applyFilter } from '$lib/data/filter.ts';
import { eventMessage, type Settings } from './messages.ts';
import { parseQuery } from '$lib/url/query-state.ts';
import { createChartTabs } from '$lib/story/chart-tabs-controller.svelte.ts';
import { TABS, type Drawn, type SheetData } from '$lib/story/chart-tabs.ts';
import { speak } from './post-height.ts';

const root = document.documentElement;

/** Applies the settings of the URL and the host to the whole page. A default value removes the attribute. */
function dress({ theme, motion, labels }: Settings): void {
  for (const [key, value, standard] of [
    ['theme', theme, 'auto'],
    ['motion', motion, 'auto'],
    ['labels', labels, 'on'],
  ] as const) {
    if (value === undefined) continue;
    if (value === standard) root.removeAttribute(`data-${key}`);
    else root.setAttribute(`data-${key}`, value);
  }
}

/**
 * Hydrates the embed of a chart.
 * @param chart the chart that the page was rendered with
 */
export function start(chart: Drawn): void {
  const target = document.querySelector('[data-sheet]');
  const frame = document.getElementById('embed-root');
  // `sheetData` wrote this data, so it has the type that `sheetData` returns.
  const data = JSON.parse(document.getElementById('live')?.textContent ?? '') as SheetData;
  if (!target || !frame) return;
  // The charts need ResizeObserver. Without it the page keeps the static layout, which is complete.
  if (!('ResizeObserver' in window)) {
    delete root.dataset['view'];
    return;
  }
  const tell = (type: 'ready' | 'state' | 'reveal', said: Record<string, string> = {}): void => {
    parent.postMessage(eventMessage(data.id, type, said), '*');
  };
  const sheet = createChartTabs(target, data, chart, {
    turned: (step) => {
      tell('state', { step });
    },
    chosen: (tab) => {
      tell('state', { tab });
    },
    revealed: () => {
      dress({ labels: 'on' });
      tell('reveal');
    },
  });
  const state = parseQuery(location.search);
  const lens = filterFromQuery(state);
  if (!isInactive(lens)) sheet.relight(applyFilter(data.facts, lens));
  if (state.step !== '') sheet.show(state.step);
  sheet.read(TABS.find((tab) => tab === state.tab) ?? 'chart');
  root.dataset['ready'] = '';
  root.removeAttribute('data-pending');
  speak(frame, data.id, (settings) => {
    dress(settings);
    if (settings.step !== undefined) sheet.show(settings.step);
  });
  tell('ready');
}
