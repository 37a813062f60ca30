// What brings one chart to life in a frame on somebody's page: one classic script, no request, no storage, no history.
import { isInactive, filterFromQuery, applyFilter } from '$lib/data/filter.ts';
import { eventMessage, type Settings } from './messages.ts';
import { parseQuery } from '$lib/url/query-state.ts';
import { createChartTabs } from '$lib/story/chart-tabs-controller.svelte.ts';
import { TABS, type Drawn, type SheetData } from '$lib/story/chart-tabs.ts';
import { speak } from './post-height.ts';

const root = document.documentElement;

/** What the address and the host set for the whole page; a default is no attribute. */
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
 * Brings the embed of a chart to life.
 * @param chart the chart that the page was written with
 */
export function start(chart: Drawn): void {
  const target = document.querySelector('[data-sheet]');
  const frame = document.getElementById('embed-root');
  // Our own page's data, written by `sheetData`: its shape is the type that wrote it.
  const data = JSON.parse(document.getElementById('live')?.textContent ?? '') as SheetData;
  if (!target || !frame) return;
  // What draws pictures watches their size. Without that the page is flat, and whole.
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
