// What brings a chart's own page to life: its pictures, the lens, links that keep the reader's state, and taking it away.
import { isClear, through } from '$lib/data/filter.ts';
import { queryOf, stateFrom, type State } from '$lib/url/query-state.ts';
import { loadChart } from '$lib/charts/index.ts';
import type { Scene } from '$lib/charts/model.ts';
import { viewControl } from '$lib/scrolly/mode.ts';
import { liveSheet } from '$lib/story/chart-tabs-controller.svelte.ts';
import { TABS, type Drawn, type SheetData } from '$lib/story/chart-tabs.ts';
import { land, normalise, replaceAddress } from './url-sync.ts';
import { followShares } from '$lib/share/lazy-share.ts';
import { lensControl, lensNow } from '$lib/filter/filter-controls.ts';
import { announce } from './toast.ts';
import { keepOffline } from './register-service-worker.ts';
import { takeControl } from '$lib/embed/embed-dialog.ts';

/** Writes what a reader has set into the address; nothing to go back to. */
const keep = (change: Partial<State>): void => {
  replaceAddress(queryOf({ ...stateFrom(location.search), ...change }), location.hash);
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
    const [lens, step] = [lensNow(), data.steps.find(({ id }) => id === seen)];
    if (!link || !step) return;
    if (link.href.startsWith('blob:')) URL.revokeObjectURL(link.href);
    link.href = own.replace(/[^/]+\.csv$/, `${step.id}.csv`);
    link.download = `${step.id}.csv`;
    if (isClear(lens)) return;
    const { csvOf, dataOf } = await import('$lib/charts/csv.ts');
    // Written by our own page from a scene of this very chart.
    const shown = { id: step.id, chart, scene: step.scene as Scene };
    const csv = csvOf(dataOf(through(data.facts, lens), [shown]));
    // A reader may have turned on by now.
    if (seen !== step.id) return;
    link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
    const state = queryOf({ ev: lens.ev, asof: lens.asof ?? 'latest' }).replace(/[?&=]/g, '.');
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
  if (button) viewControl(button, [], () => undefined);
  normalise();
  if (location.hash !== '#take') land(announce);
  const chart = await loadChart(data.id);
  const csv = visibleCsv(data, chart);
  const sheet = liveSheet(target, data, chart, {
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
  const { step, tab } = stateFrom(location.search);
  if (step !== '') {
    if (sheet.show(step)) csv.turned(step);
    else keep({ step: '' });
  }
  sheet.read(TABS.find((one) => one === tab) ?? 'chart');
  document.documentElement.dataset['awake'] = '';
  followShares();
  takeControl();
  keepOffline();
  lensControl((lens) => {
    sheet.relight(through(data.facts, lens));
    csv.relit();
  });
}

start().catch(() => {
  delete document.documentElement.dataset['view'];
  document.documentElement.removeAttribute('data-restoring');
});
