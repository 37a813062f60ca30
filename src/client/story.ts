// What brings the story's pictures to life. The page is complete without it.
import { flushSync, hydrate, mount } from 'svelte';
import { applyFilter, type EvidenceFilter } from '$lib/data/filter.ts';
import { parseQuery } from '$lib/url/query-state.ts';
import { weightsFrom, type BalanceScene, type Weights } from '$lib/charts/balance/model.ts';
import { observeScroll } from '$lib/scrolly/observe.ts';
import type { Pace } from '$lib/scrolly/settle.ts';
import { holdPlace } from '$lib/scrolly/preserve-position.ts';
import { modeControl } from '$lib/scrolly/mode.ts';
import { whereabouts } from '$lib/scrolly/active-section.ts';
import { awaken, drawTail, type Life } from './section-controller.svelte.ts';
import { addressKeeper, keepPlace, scrollToAnchor, canonicalizeQuery } from './url-sync.ts';
import { loadShareOnDemand } from '$lib/share/lazy-share.ts';
import { filterControls } from '$lib/filter/filter-controls.ts';
import { showToast } from '$lib/toast.ts';
import { layOutRest } from './progressive-layout.ts';
import { registerServiceWorker } from './register-service-worker.ts';
import type { Live } from '$lib/server/page-data.ts';
import { wholePictures } from './picture-cache.ts';

const awake: Life[] = [];

/** Whatever a chart's file throws later, a timer or an event of its own: its sections go on without their pictures. */
const losing = new Map<string, Set<Life>>();
addEventListener('error', ({ filename }) => {
  for (const life of losing.get(/\/(\w+)-[^/]*\.js$/.exec(filename)?.[1] ?? '') ?? []) life.lose();
});

/** Back to the flat page, for what lives too: the answer to a script or a chart that does not come. */
const giveUp = (): void => {
  delete document.documentElement.dataset['view'];
  document.documentElement.removeAttribute('data-restoring');
  document.documentElement.removeAttribute('data-far');
  for (const life of awake) life.settle();
};

/** The chapter navigation says where the reader is. */
function followChapters(chapters: readonly Element[]): void {
  const links = [...document.querySelectorAll('[data-chapter]')];
  const here = document.querySelector('[data-here]');
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

/** The reader's weights: the neutralNames in the text, and the picture they change. */
async function followWeights(live: Live, place: Element, life: Life, step: number): Promise<void> {
  const { default: Weigh } = await import('$lib/charts/balance/WeightSliders.svelte');
  const { tensions } = live.facts;
  const onweigh = (of: Weights): void => {
    life.restage(step, (scene) => ({ ...scene, weights: { on: 1, of } }) as BalanceScene);
  };
  const start = weightsFrom(
    parseQuery(location.search).w,
    tensions.map(({ id }) => id),
  );
  if (start === null) {
    hydrate(Weigh, { target: place, props: { tensions, onweigh } });
    return;
  }
  // What the server wrote has other weights.
  place.replaceChildren();
  mount(Weigh, { target: place, props: { tensions, onweigh, start } });
  onweigh(start);
}

/** The page's data, written by `storyData`: its shape is the type that wrote it. It lies beside the page. */
async function liveData(): Promise<Live> {
  const answer = await fetch(document.querySelector<HTMLLinkElement>('#live')?.href ?? '');
  if (!answer.ok) throw new TypeError(`the story's data: ${answer.status}`);
  return (await answer.json()) as Live;
}

async function start(): Promise<void> {
  // What draws pictures watches their size. Without that the page is flat, and whole.
  if (!('ResizeObserver' in window)) throw new TypeError('no ResizeObserver');
  const live = await liveData();
  let seen = live.facts;
  const wholes = wholePictures(live.pictures);
  const chapters = live.sections.flatMap((section) => {
    const element = document.getElementById(section.id);
    if (!element) return [];
    let life: Promise<Life> | null = null;
    let lives: Life | null = null;
    const come = (): Promise<Life> =>
      (life ??= (async () => {
        const one = await awaken(live, section, element, wholes, () => {
          element.setAttribute('data-lost', '');
          element.querySelector('.data')?.setAttribute('open', '');
        });
        awake.push(one);
        lives = one;
        for (const { chart } of section.steps) {
          const name = /(\w+)\.svelte$/.exec(chart)?.[1] ?? '';
          losing.set(name, (losing.get(name) ?? new Set()).add(one));
        }
        if (seen !== live.facts) await one.relight(seen);
        one.settle();
        element.setAttribute('data-live', '');
        const neutralNames = element.querySelector('[data-weights]');
        if (neutralNames) {
          const step = [...element.querySelectorAll('[data-step]')].findIndex((place) =>
            place.contains(neutralNames),
          );
          await followWeights(live, neutralNames, one, step);
        }
        return one;
      })());
    return [
      {
        chapter: element,
        // A section counts from its steps on: its heading needs no script.
        element: element.querySelector('[data-steps]') ?? element,
        come,
        arrive: () => come().then(() => undefined, giveUp),
        look: (pace: Pace) => lives?.look(pace) ?? false,
      },
    ];
  });
  const strands = [...document.querySelectorAll<HTMLElement>('[data-hero]')].map((element) => {
    const look = (): boolean => {
      drawTail(element);
      return false;
    };
    return { element, arrive: () => void look(), look };
  });
  document.documentElement.setAttribute('data-awake', '');
  const button = document.querySelector<HTMLButtonElement>('[data-view-toggle]');
  const anchors = [...document.querySelectorAll('.step, .head, .figure')];
  if (button) {
    modeControl(button, anchors, () => {
      for (const life of awake) {
        life.settle();
        life.look();
      }
      for (const strand of strands) strand.look();
      // Before the page is measured again: nobody's place may move afterwards.
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
  layOutRest();
  followChapters(chapters.map(({ chapter }) => chapter));
  filterControls(async (lens: EvidenceFilter) => {
    seen = applyFilter(live.facts, lens);
    // Through a lens every word and table changes, near or far.
    await Promise.all(chapters.map(async ({ come }) => (await come()).relight(seen)));
  });
}

start().catch(giveUp);
