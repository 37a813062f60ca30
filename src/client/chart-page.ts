// Hydrates a chart's own page: the chart, the filter, links that keep the reader's state, and the embed
// dialog.
import { isInactive, applyFilter } from '$lib/data/filter.ts';
import { serializeQuery, parseQuery, type State } from '$lib/url/query-state.ts';
import { loadChart } from '$lib/charts/index.ts';
import type { Scene } from '$lib/charts/model.ts';
import { modeControl } from '$lib/scrolly/mode.ts';
import { createChartTabs } from '$lib/story/chart-tabs-controller.svelte.ts';
import { TABS, type Drawn, type SheetData } from '$lib/story/chart-tabs.ts';
import { scrollToAnchor, canonicalizeQuery, replaceAddress } from './url-sync.ts';
import { loadShareOnDemand } from '$lib/share/lazy-share.ts';
import { filterControls, currentFilter } from '$lib/filter/filter-controls.ts';
import { showToast } from '$lib/toast.ts';
import { registerServiceWorker } from './register-service-worker.ts';
import { embedDialog } from '$lib/embed/embed-dialog.ts';

/** Writes the reader's settings into the URL without adding a history entry. */
const keep = (change: Partial<State>): void => {
  replaceAddress(serializeQuery({ ...parseQuery(location.search), ...change }), location.hash);
};

/**
 * Keeps the CSV link in step with the visible chart: it points to the step's own file, or to a file built
 * from the filtered dataset.
 * @returns callbacks: `turned` for every change of step, `relit` for every change of filter
 */
function visibleCsv(data: SheetData, chart: Drawn): { turned: (step: string) => void; relit: () => void } {
  const link = document.querySelector<HTMLAnchorElement>('[data-visible-csv]');
  const own = link?.href ?? '';
  let seen = data.steps[data.still]?.id ?? '';
  const hand = async (): Promise<void> => {
    const [lens, step] = [currentFilter(), data.steps.find(({ id }) => id === seen)];
    if (!link || !step) return;
    if (link.href.startsWith('blob:')) URL.revokeObjectURL(link.href);
    link.href = own.replace(/[^/]+\.csv$/, `${step.id}.csv`);
    link.download = `${step.id}.csv`;
    if (isInactive(lens)) return;
    const { csvOf, dataOf } = await import('$lib/charts/csv.ts');
    // Our own page wrote this from a scene of this chart.
    const shown = { id: step.id, chart, scene: step.scene as Scene };
    const csv = csvOf(dataOf(applyFilter(data.facts, lens), [shown]));
    // The reader may have moved to another step in the meantime.
    if (seen !== step.id) return;
    link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
    const state = serializeQuery({ ev: lens.ev, asof: lens.asof ?? 'latest' }).replace(/[?&=]/g, '.');
    link.download = `${step.id}${state}.csv`;
  };
  const relit = (): void => void hand();
  return {
    turned: (step) => {
      seen = step;
      relit();
    },
    relit,
  };
}

async function start(): Promise<void> {
  const target = document.querySelector('[data-sheet]');
  const live = document.getElementById('live');
  // `sheetData` wrote this data, so it has the type that `sheetData` returns.
  const data = JSON.parse(live?.textContent ?? '') as SheetData;
  // The charts need ResizeObserver. Without it the page keeps the static layout, which is complete.
  if (!('ResizeObserver' in window)) throw new TypeError('no ResizeObserver');
  if (!target) throw new RangeError('no place for the chart');
  const button = document.querySelector<HTMLButtonElement>('[data-view-toggle]');
  if (button) modeControl(button, [], () => undefined);
  canonicalizeQuery();
  if (location.hash !== '#take') scrollToAnchor(showToast);
  const chart = await loadChart(data.id);
  const csv = visibleCsv(data, chart);
  const sheet = createChartTabs(target, data, chart, {
    // A URL without a step means the still, so the still is not written into the URL.
    turned: (step) => {
      csv.turned(step);
      keep({ step: step === data.steps[data.still]?.id ? '' : step });
    },
    chosen: (tab) => {
      keep({ tab });
    },
    revealed: () => {
      delete document.documentElement.dataset['labels'];
      keep({ labels: 'on' });
    },
  });
  const { step, tab } = parseQuery(location.search);
  if (step !== '') {
    if (sheet.show(step)) csv.turned(step);
    else keep({ step: '' });
  }
  sheet.read(TABS.find((one) => one === tab) ?? 'chart');
  document.documentElement.dataset['ready'] = '';
  loadShareOnDemand();
  embedDialog();
  registerServiceWorker();
  filterControls((lens) => {
    sheet.relight(applyFilter(data.facts, lens));
    csv.relit();
  });
}

start().catch(() => {
  delete document.documentElement.dataset['view'];
  document.documentElement.removeAttribute('data-pending');
});
