// What brings a chart's own page to life: its pictures, the lens, links that keep the reader's state, and taking it away.
import { isClear, through } from '#facts/lens.ts';
import { queryOf, stateFrom, type State } from '#links/state.ts';
import type { Scene } from '#series/series.ts';
import { viewControl } from '#scroll/view.ts';
import { liveSheet } from '#story/live-sheet.svelte.ts';
import { TABS, type Drawn, type SheetData } from '#story/sheet.ts';
import { land, normalise, replaceAddress } from './address.ts';
import { followShares } from './follow-shares.ts';
import { lensControl, lensNow } from './lens-control.ts';
import { announce } from './notice.ts';
import { takeControl } from './take.ts';

const files = import.meta.glob<Drawn>([
  '../charts/*.svelte',
  '!../charts/{Data,Evidence,Figure,Stage,Picture,Weigh}.svelte',
]);

/** Writes what a reader has set into the address; nothing to go back to. */
const keep = (change: Partial<State>): void => {
  replaceAddress(queryOf({ ...stateFrom(location.search), ...change }), location.hash);
};

/**
 * Hands out what is visible as CSV: the step's own file, or through a lens what is left of it.
 * @returns to be told which step is seen
 */
function visibleCsv(data: SheetData, chart: Drawn): (step: string) => void {
  const link = document.querySelector<HTMLAnchorElement>('[data-visible-csv]');
  let seen = data.steps[data.still]?.id ?? '';
  link?.addEventListener('click', (event) => {
    const [lens, step] = [lensNow(), data.steps.find(({ id }) => id === seen)];
    if (isClear(lens) || !step) return;
    event.preventDefault();
    void import('#story/downloads/rows.ts').then(({ csvOf, dataOf }) => {
      const facts = through(data.facts, lens);
      // Written by our own page from a scene of this very chart.
      const csv = csvOf(dataOf(facts, [{ id: step.id, chart, scene: step.scene as Scene }]));
      const file = document.createElement('a');
      file.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
      file.download = `${step.id}${queryOf({ ev: lens.ev, asof: lens.asof ?? 'latest' }).replace(/[?&=]/g, '.')}.csv`;
      file.click();
      URL.revokeObjectURL(file.href);
    });
  });
  return (step) => {
    seen = step;
    if (link) link.href = link.href.replace(/[^/]+\.csv$/, `${step}.csv`);
  };
}

async function start(): Promise<void> {
  const target = document.querySelector('[data-sheet]');
  const live = document.getElementById('live');
  // Our own page's data, written by `sheetData`: its shape is the type that wrote it.
  const data = JSON.parse(live?.textContent ?? '') as SheetData;
  const load = Object.entries(files).find(([path]) => path.toLowerCase().endsWith(`/${data.id}.svelte`))?.[1];
  if (!target || !load) throw new RangeError(`no chart "${data.id}"`);
  const button = document.querySelector<HTMLButtonElement>('[data-view-toggle]');
  if (button) viewControl(button, [], () => undefined);
  normalise();
  if (location.hash !== '#take') land(announce);
  const chart = await load();
  const handOut = visibleCsv(data, chart);
  const sheet = liveSheet(target, data, chart, {
    // The still is what an address without a step means.
    turned: (step) => {
      handOut(step);
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
    if (sheet.show(step)) handOut(step);
    else keep({ step: '' });
  }
  sheet.read(TABS.find((one) => one === tab) ?? 'chart');
  document.documentElement.dataset['awake'] = '';
  followShares();
  takeControl();
  lensControl((lens) => {
    sheet.relight(through(data.facts, lens));
  });
}

start().catch(() => {
  delete document.documentElement.dataset['view'];
  document.documentElement.removeAttribute('data-restoring');
});
