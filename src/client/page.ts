// The script of every page except the story and the chart pages: the filter, old addresses, and the choice of
// layout.
import { applyFilter } from '$lib/data/filter.ts';
import type { Dataset } from '$lib/data/schema.ts';
import { modeControl } from '$lib/scrolly/mode.ts';
import { scrollToAnchor, canonicalizeQuery } from './url-sync.ts';
import { filterControls } from '$lib/filter/filter-controls.ts';
import { showToast } from '$lib/toast.ts';
import { registerServiceWorker } from './register-service-worker.ts';
import type { Live } from '$lib/server/page-data.ts';

const root = document.documentElement;
root.setAttribute('data-ready', '');
const button = document.querySelector<HTMLButtonElement>('[data-view-toggle]');
if (button) modeControl(button, [], () => undefined);
canonicalizeQuery();
scrollToAnchor(showToast);
registerServiceWorker();

// Pages with charts or tables carry their data inline. `shown` wrote it, so it has the type that `shown`
// serializes.
const written = document.getElementById('live')?.textContent;
const live = written === undefined ? null : (JSON.parse(written) as Live);
let relight: Promise<(facts: Dataset) => Promise<void>> | null = null;
filterControls(async (lens) => {
  if (!live) return;
  relight ??= import('./redraw-stills.svelte.ts').then(({ stillsRedrawer }) => stillsRedrawer(live));
  await (
    await relight
  )(applyFilter(live.facts, lens));
});
