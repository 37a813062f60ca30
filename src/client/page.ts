// What every page but the story and the charts needs a script for: the lens, old addresses, and the choice of view.
import { through } from '$lib/data/filter.ts';
import type { Facts } from '$lib/data/schema.ts';
import { viewControl } from '$lib/scrolly/mode.ts';
import { land, normalise } from './url-sync.ts';
import { lensControl } from '$lib/filter/filter-controls.ts';
import { announce } from './toast.ts';
import { keepOffline } from './register-service-worker.ts';
import type { Live } from '$lib/server/page-data.ts';

const root = document.documentElement;
root.setAttribute('data-awake', '');
const button = document.querySelector<HTMLButtonElement>('[data-view-toggle]');
if (button) viewControl(button, [], () => undefined);
normalise();
land(announce);
keepOffline();

// Where pages have pictures or tables, their data came with them, written by `shown`: its shape is the type that wrote it.
const written = document.getElementById('live')?.textContent;
const live = written === undefined ? null : (JSON.parse(written) as Live);
let relight: Promise<(facts: Facts) => Promise<void>> | null = null;
lensControl(async (lens) => {
  if (!live) return;
  relight ??= import('./redraw-stills.svelte.ts').then(({ relighter }) => relighter(live));
  await (
    await relight
  )(through(live.facts, lens));
});
