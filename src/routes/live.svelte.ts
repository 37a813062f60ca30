// What brings the story's pictures to life. The page is complete without it.
import { hydrate, mount, type Component } from 'svelte';
import type { Scene, Series } from '#series/series.ts';
import type { Facts } from '#facts/schema.ts';
import { follow } from '#scroll/follow.ts';
import { arrivalOf, positionOf } from '#scroll/position.ts';
import { HOLD, sceneAt } from '#scroll/scene.ts';
import { placeNow, stillNow, viewControl } from '#scroll/view.ts';
import type { Live } from './shown.ts';

interface Chart {
  default: Component<{ scene: Scene }>;
  seriesOf: (facts: Facts, scene: Scene) => Series;
}

const charts = import.meta.glob<Chart>(['../charts/*.svelte', '!../charts/{Figure,Stage,Picture}.svelte']);

/** One section come to life: its stage beside the text, or a picture above every step. */
async function awaken(section: Live['sections'][number], facts: Facts, element: Element) {
  const load = charts[section.chart];
  const stage = element.querySelector('.stage');
  const [first, ...rest] = section.scenes as Scene[];
  if (!load || !stage || !first) throw new RangeError(`nothing to bring to life in "${section.id}"`);
  const [chart, { default: Stage }, { default: Picture }] = await Promise.all([
    load(),
    import('#charts/Stage.svelte'),
    import('#charts/Picture.svelte'),
  ]);
  const scenes: [Scene, ...Scene[]] = [first, ...rest];
  const sceneOf = (index: number): Scene => scenes[index] ?? scenes[0];
  const steps = [...element.querySelectorAll('[data-step]')];
  const slots = new Map<Element, { scene: Scene }>();
  const turnTo = (index: number): void => {
    props.scene = sceneOf(index);
    props.at = index;
    props.turn = turnTo;
  };
  const props = $state({
    chart,
    facts,
    scene: sceneOf(section.still),
    titleId: `${section.id}-figure`,
    height: null as number | null,
    at: section.still,
    of: scenes.length,
    turn: null as ((index: number) => void) | null,
  });
  hydrate(Stage, { target: stage, props });

  /** The picture in a step's free place, mounted when first looked at. */
  function pictureIn(step: Element): { scene: Scene } | null {
    const place = [...step.querySelectorAll<HTMLElement>('.slot .picture')].find(
      (one) => one.offsetParent !== null,
    );
    if (!place) return null;
    const known = slots.get(place);
    if (known) return known;
    const picture = $state({
      Chart: chart.default,
      facts,
      scene: sceneOf(0),
      width: place.dataset['width'] === '480' ? (480 as const) : (288 as const),
      height: place.clientHeight,
    });
    place.replaceChildren();
    mount(Picture, { target: place, props: picture });
    slots.set(place, picture);
    return picture;
  }

  function beside(): void {
    const tops = steps.map((step) => step.getBoundingClientRect().top);
    const end = steps.at(-1)?.getBoundingClientRect().bottom ?? 0;
    props.scene = sceneAt(scenes, positionOf(tops, end, innerHeight * 0.55), stillNow());
  }

  function above(): void {
    steps.forEach((step, index) => {
      const { top, bottom, height } = step.getBoundingClientRect();
      if (bottom < -innerHeight || top > 2 * innerHeight) return;
      const picture = pictureIn(step);
      if (!picture) return;
      const arrival = arrivalOf(top, height / 2, innerHeight);
      picture.scene =
        index === 0 || arrival === 1 || stillNow()
          ? sceneOf(index)
          : sceneAt(scenes, { step: index - 1, progress: HOLD + (1 - HOLD) * arrival });
    });
  }

  return {
    /** Takes up the page's present layout. */
    settle(): void {
      const place = placeNow();
      props.height = place === 'beside' ? section.height : null;
      // Beside its text a graphic repeats the step's own words; ears get those.
      stage.toggleAttribute('inert', place === 'beside');
      // A reader's own turning outlives a turned phone.
      if (place !== 'flat') props.turn = null;
      else if (!props.turn) turnTo(section.still);
    },
    look(): void {
      const place = placeNow();
      if (place === 'beside') beside();
      if (place === 'above') above();
    },
  };
}

const awake: { settle: () => void; look: () => void }[] = [];

/** Back to the flat page, for what lives too: the answer to a script or a chart that does not come. */
const giveUp = (): void => {
  delete document.documentElement.dataset['view'];
  for (const life of awake) life.settle();
};

function start(): void {
  // Our own page's data, written by `shown`: its shape is the type that wrote it.
  const live = JSON.parse(document.getElementById('live')?.textContent ?? '') as Live;
  const sections = live.sections.flatMap((section) => {
    const element = document.getElementById(section.id);
    if (!element) return [];
    let life: (typeof awake)[number] | null = null;
    const arrive = async (): Promise<void> => {
      life = await awaken(section, live.facts, element);
      awake.push(life);
      life.settle();
      life.look();
      element.setAttribute('data-live', '');
    };
    // A section counts from its steps on: its heading needs no script.
    return [
      {
        element: element.querySelector('[data-steps]') ?? element,
        arrive: () => void arrive().catch(giveUp),
        look: () => life?.look(),
      },
    ];
  });
  document.documentElement.setAttribute('data-awake', '');
  const button = document.querySelector<HTMLButtonElement>('[data-view-toggle]');
  const anchors = [...document.querySelectorAll('.step, .head, .figure')];
  if (button) {
    viewControl(button, anchors, () => {
      for (const life of awake) {
        life.settle();
        life.look();
      }
    });
  }
  follow(sections);
}

try {
  start();
} catch {
  giveUp();
}
