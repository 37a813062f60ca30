// What brings a chart's own page to life: its pictures, the lens, links that keep the reader's state, and taking it away.
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

/** Writes what a reader has set into the address; nothing to go back to. */
const keep = (change: Partial<State>): void => {
  replaceAddress(serializeQuery({ ...parseQuery(location.search), ...change }), location.hash);
};

/**
 * Hands out what is visible as CSV: the step's own file, or through a lens what is left of it.
 * @returns to be told which step is seen, and of every lens
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
    // Written by our own page from a scene of this very chart.
    const shown = { id: step.id, chart, scene: step.scene as Scene };
    const csv = csvOf(dataOf(applyFilter(data.facts, lens), [shown]));
    // A reader may have turned on by now.
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
  // Our own page's data, written by `sheetData`: its shape is the type that wrote it.
  const data = JSON.parse(live?.textContent ?? '') as SheetData;
  // What draws pictures watches their size. Without that the page is flat, and whole.
  if (!('ResizeObserver' in window)) throw new TypeError('no ResizeObserver');
  if (!target) throw new RangeError('no place for the chart');
  const button = document.querySelector<HTMLButtonElement>('[data-view-toggle]');
  if (button) modeControl(button, [], () => undefined);
  canonicalizeQuery();
  if (location.hash !== '#take') scrollToAnchor(showToast);
  const chart = await loadChart(data.id);
  const csv = visibleCsv(data, chart);
  const sheet = createChartTabs(target, data, chart, {
    // The still is what an address without a step means.
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
