// Hydrates the charts of the story. The page is complete without it.
import { flushSync, hydrate, mount } from 'svelte';
import { applyFilter, type EvidenceFilter } from '$lib/data/filter.ts';
import { parseQuery } from '$lib/url/query-state.ts';
import { weightsFrom, type BalanceScene, type Weights } from '$lib/charts/balance/model.ts';
import { observeScroll } from '$lib/scrolly/observe.ts';
import { holdPlace } from '$lib/scrolly/preserve-position.ts';
import { modeControl } from '$lib/scrolly/mode.ts';
import { whereabouts } from '$lib/scrolly/active-section.ts';
import { createSection, drawTail, type SectionController } from './section-controller.svelte.ts';
import { addressKeeper, keepPlace, scrollToAnchor, canonicalizeQuery } from './url-sync.ts';
import { loadShareOnDemand } from '$lib/share/lazy-share.ts';
import { filterControls } from '$lib/filter/filter-controls.ts';
import { showToast } from '$lib/toast.ts';
import { registerServiceWorker } from './register-service-worker.ts';
import type { Live } from '$lib/server/page-data.ts';

const controllers: SectionController[] = [];

/**
 * Controllers by chart id. When a chart's file throws later, in a timer or an event handler, its sections
 * show text instead.
 */
const byChart = new Map<string, Set<SectionController>>();
addEventListener('error', ({ filename }) => {
  const id = /\/(\w+)-[^/]*\.js$/.exec(filename)?.[1]?.toLowerCase() ?? '';
  for (const controller of byChart.get(id) ?? []) controller.fail();
});

/**
 * Returns the page to the static layout, including hydrated sections, when a script or a chart fails to load.
 */
const giveUp = (): void => {
  delete document.documentElement.dataset['view'];
  document.documentElement.removeAttribute('data-pending');
  for (const controller of controllers) controller.applyLayout();
};

/** Marks the reader's current section in the chapter navigation. */
function followChapters(chapters: readonly Element[]): void {
  const links = [...document.querySelectorAll('[data-section-link]')];
  const here = document.querySelector('[data-progress]');
  whereabouts(chapters, (index) => {
    for (const [at, link] of links.entries()) {
      if (at === index) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    if (here) here.textContent = index < 0 ? '' : `${index + 1} of ${chapters.length}`;
  });
  const panel = document.getElementById('chapters');
  panel?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) panel.hidePopover();
  });
}

/** Hydrates the weight sliders in the text and connects them to the chart they change. */
async function followWeights(
  live: Live,
  place: Element,
  controller: SectionController,
  step: number,
): Promise<void> {
  const { default: Weigh } = await import('$lib/charts/balance/WeightSliders.svelte');
  const { tensions } = live.facts;
  const onweigh = (of: Weights): void => {
    controller.overrideScene(step, (scene) => ({ ...scene, weights: { on: 1, of } }) as BalanceScene);
  };
  const start = weightsFrom(
    parseQuery(location.search).w,
    tensions.map(({ id }) => id),
  );
  if (start === null) {
    hydrate(Weigh, { target: place, props: { tensions, onweigh } });
    return;
  }
  // The server rendered the sliders with other weights.
  place.replaceChildren();
  mount(Weigh, { target: place, props: { tensions, onweigh, start } });
  onweigh(start);
}

/**
 * Fetches the page's data from its own file. `storyData` wrote it, so it has the type that `storyData`
 * serializes.
 * @throws TypeError if the server does not return the file
 */
async function liveData(): Promise<Live> {
  const answer = await fetch(document.querySelector<HTMLLinkElement>('#live')?.href ?? '');
  if (!answer.ok) throw new TypeError(`the story's data: ${answer.status}`);
  return (await answer.json()) as Live;
}

async function start(): Promise<void> {
  // The charts need ResizeObserver. Without it the page keeps the static layout, which is complete.
  if (!('ResizeObserver' in window)) throw new TypeError('no ResizeObserver');
  const live = await liveData();
  let seen = live.facts;
  const chapters = live.sections.flatMap((section) => {
    const element = document.getElementById(section.id);
    if (!element) return [];
    let loading: Promise<SectionController> | null = null;
    let controller: SectionController | null = null;
    const load = (): Promise<SectionController> =>
      (loading ??= (async () => {
        const one = await createSection(live, section, element, () => {
          element.setAttribute('data-error', '');
          element.querySelector('.data')?.setAttribute('open', '');
        });
        controllers.push(one);
        controller = one;
        for (const { chart } of section.steps) {
          byChart.set(chart, (byChart.get(chart) ?? new Set()).add(one));
        }
        if (seen !== live.facts) await one.setFacts(seen);
        one.applyLayout();
        element.setAttribute('data-hydrated', '');
        const handles = element.querySelector('[data-weights]');
        if (handles) {
          const step = [...element.querySelectorAll('[data-step]')].findIndex((place) =>
            place.contains(handles),
          );
          await followWeights(live, handles, one, step);
        }
        return one;
      })());
    return [
      {
        chapter: element,
        // A section starts at its steps, because its heading needs no script.
        element: element.querySelector('[data-steps]') ?? element,
        load,
        onEnter: () => load().then(() => undefined, giveUp),
        update: () => controller?.update(),
      },
    ];
  });
  const strands = [...document.querySelectorAll<HTMLElement>('[data-hero]')].map((element) => {
    const update = (): void => drawTail(element);
    return { element, onEnter: update, update };
  });
  document.documentElement.setAttribute('data-ready', '');
  const button = document.querySelector<HTMLButtonElement>('[data-view-toggle]');
  const anchors = [...document.querySelectorAll('.step, .head, .figure')];
  if (button) {
    modeControl(button, anchors, () => {
      for (const controller of controllers) {
        controller.applyLayout();
        controller.update();
      }
      for (const strand of strands) strand.update();
      // Flush before the page is measured again, so that the reader's position does not shift afterwards.
      flushSync();
      canonicalizeQuery();
    });
  }
  canonicalizeQuery();
  scrollToAnchor(showToast);
  const steps = [...document.querySelectorAll('[data-step]')];
  const [keepAddress, hold] = [addressKeeper(steps), holdPlace(steps)];
  observeScroll([...chapters, ...strands], () => {
    keepAddress();
    hold();
  });
  keepPlace();
  loadShareOnDemand();
  registerServiceWorker();
  followChapters(chapters.map(({ chapter }) => chapter));
  filterControls(async (lens: EvidenceFilter) => {
    seen = applyFilter(live.facts, lens);
    // A filter changes the text and tables of every section, however far from the viewport.
    await Promise.all(chapters.map(async ({ load }) => (await load()).setFacts(seen)));
  });
}

start().catch(giveUp);
