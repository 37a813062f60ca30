import { hydrate, mount } from 'svelte';
import { WIDTHS, type Frame } from '$lib/charts/context.ts';
import type { Scene } from '$lib/charts/model.ts';
import type { Dataset } from '$lib/data/schema.ts';
import { blend, transitionProgress } from '$lib/scrolly/interpolate-scene.ts';
import { currentLayout, prefersStill } from '$lib/scrolly/mode.ts';
import { entryProgress, positionOf, READING_LINE, revealLength } from '$lib/scrolly/position.ts';
import { stepOffsetsIn } from '$lib/scrolly/step-offsets.ts';
import type { Live } from '$lib/server/page-data.ts';
import { drawnSteps, teller, type DrawnStep } from './update-captions.svelte.ts';

/** Drives the pictures of one section. */
export interface SectionController {
  /** Takes up the page's present layout. */
  applyLayout: () => void;
  /** Draws what belongs to the present scroll position. */
  update: () => void;
  /** Draws and tells everything from other facts: the same ones through another filter. */
  setFacts: (facts: Dataset) => Promise<void>;
  /** Puts another scene in the place of a step's own. */
  overrideScene: (step: number, change: (scene: Scene) => Scene) => void;
  /** Puts words in the place of its pictures: something has thrown. */
  fail: () => void;
}

/** Draws the tail of the hero's tape as its picture passes the reading line; a part of it is always there. */
export function drawTail(hero: HTMLElement): void {
  if (currentLayout() === 'flat' || prefersStill()) {
    hero.style.removeProperty('--tail');
    return;
  }
  const { top, height } = hero.getBoundingClientRect();
  const share = revealLength(top, height, innerHeight * READING_LINE) / Math.max(1, height);
  hero.style.setProperty('--tail', String(Math.round(Math.max(0.18, share) * 1000) / 1000));
}

/** A picture above a step. Raw, here and below: scenes and facts are replaced, never changed. */
class StepPicture {
  facts: Dataset;
  scene: Scene;
  constructor(
    readonly Chart: DrawnStep['chart']['default'],
    readonly width: Frame['width'],
    readonly height: number,
    readonly lost: (error: unknown) => void,
    facts: Dataset,
    scene: Scene,
  ) {
    this.facts = $state.raw(facts);
    this.scene = $state.raw(scene);
  }
}

/** The width of picture that the style sheet shows in a box. */
const widthIn = (box: Element): Frame['width'] => (box.clientWidth >= 480 ? 480 : 288);

/** What a section's graphic beside the text shows. */
class GraphicState {
  chart: DrawnStep['chart'];
  scene: Scene;
  facts: Dataset;
  height = $state<number | null>(null);
  only = $state<Frame['width'] | null>(null);
  fade = $state(1);
  at: number;
  turn = $state.raw<((index: number) => void) | null>(null);
  broken = $state(false);
  constructor(
    readonly titleId: string,
    readonly of: number,
    readonly lost: (error: unknown) => void,
    { chart, scene }: DrawnStep,
    facts: Dataset,
    at: number,
  ) {
    this.chart = $state.raw(chart);
    this.scene = $state.raw(scene);
    this.facts = $state.raw(facts);
    this.at = $state(at);
  }
}

/**
 * Hydrates one section: its graphic beside the text, or a picture above every step.
 * @param onFail told when one of its charts throws while it draws
 * @throws RangeError where the page has no place for the section
 */
export async function createSection(
  live: Live,
  section: Live['sections'][number],
  element: Element,
  onFail: () => void,
): Promise<SectionController> {
  const graphic = element.querySelector('.stage');
  const column = element.querySelector('[data-steps]');
  const own = [...element.querySelectorAll('[data-step]')];
  const slots = own.map((step) => step.querySelector('.slot'));
  const [steps, { default: ChartView }, { default: ChartSvg }] = await Promise.all([
    drawnSteps(section),
    import('$lib/charts/ChartView.svelte'),
    import('$lib/charts/ChartSvg.svelte'),
  ]);
  const [first] = steps;
  if (!graphic || !column || !first) throw new RangeError(`nothing to hydrate in "${section.id}"`);
  const target = graphic;
  const stepAt = (index: number): DrawnStep => steps[index] ?? first;
  let facts = live.facts;
  /** Pictures above steps, by step and the width that is seen there. */
  const pictures = new Map<string, StepPicture>();
  const turnTo = (index: number): void => {
    const { chart, scene } = stepAt(index);
    Object.assign(props, { chart, scene, at: index, fade: 1, turn: turnTo });
  };
  const props = new GraphicState(
    `${section.id}-figure`,
    steps.length,
    handleError,
    stepAt(section.still),
    facts,
    section.still,
  );
  let [hydrated, broken] = [false, false];
  /** Takes up what the server has drawn, when it is first seen. */
  function hydrateGraphic(): void {
    if (hydrated) return;
    hydrated = true;
    hydrate(ChartView, { target, props });
    props.facts = facts;
  }
  /** One word for the whole section, whichever of its pictures has thrown. */
  function fail(): void {
    broken = true;
    hydrateGraphic();
    props.broken = true;
    onFail();
  }
  function handleError(error: unknown): void {
    if (broken) return;
    reportError(error);
    fail();
  }

  /** The picture above a step, mounted when the step first comes near. */
  function pictureIn(index: number, width: Frame['width'], scene: Scene): StepPicture | undefined {
    const key = `${index} ${width}`;
    const known = pictures.get(key);
    const place = slots[index]?.querySelector(`[data-width='${width}']`);
    if (known || !place) return known;
    const frame = document.createElement('div');
    frame.className = 'picture';
    frame.dataset['width'] = String(width);
    const Chart = stepAt(index).chart.default;
    const picture = new StepPicture(Chart, width, place.clientHeight, handleError, facts, scene);
    mount(ChartSvg, { target: frame, props: picture });
    pictures.set(key, picture);
    place.replaceWith(frame);
    return picture;
  }

  const offsets = stepOffsetsIn(column, own);

  function updateBeside(): void {
    const now = offsets();
    const { step, progress } = positionOf(
      now.map(({ top }) => top),
      now.at(-1)?.bottom ?? 0,
      innerHeight * READING_LINE,
    );
    const at = Math.min(steps.length - 1, step + (prefersStill() ? 0 : transitionProgress(progress)));
    hydrateGraphic();
    props.only = widthIn(target);
    const [here, next] = [stepAt(Math.floor(at)), stepAt(Math.ceil(at))];
    const through = at - Math.floor(at);
    // Two charts have nothing to blend: one fades out, the other in.
    const same = here.chart === next.chart;
    props.fade = same ? 1 : Math.abs(1 - 2 * through);
    props.chart = same || through < 0.5 ? here.chart : next.chart;
    props.scene = same ? blend(here.scene, next.scene, through) : (through < 0.5 ? here : next).scene;
  }

  function updateAbove(): void {
    const [slot] = slots;
    const width = slot ? widthIn(slot) : WIDTHS[0];
    for (const [index, { top, bottom }] of offsets().entries()) {
      if (top > 2 * innerHeight || bottom < -innerHeight) continue;
      const [here, before] = [stepAt(index), stepAt(index - 1)];
      const scene =
        index === 0 || prefersStill() || before.chart !== here.chart
          ? here.scene
          : blend(before.scene, here.scene, entryProgress(top, innerHeight));
      const picture = pictureIn(index, width, scene);
      if (picture) picture.scene = scene;
    }
  }

  function update(): void {
    if (broken) return;
    const layout = currentLayout();
    try {
      if (layout === 'beside') updateBeside();
      else if (layout === 'above') updateAbove();
    } catch (error) {
      handleError(error);
    }
  }

  const updateCaptions = teller(section, steps, element, live.record);

  return {
    applyLayout(): void {
      const layout = currentLayout();
      if (layout === 'flat') hydrateGraphic();
      props.height = layout === 'beside' ? section.height : null;
      // On paper and flat the style sheet chooses, at any width.
      if (layout !== 'beside') props.only = null;
      // Beside its text a graphic repeats the step's own words; screen readers get those.
      target.toggleAttribute('inert', layout === 'beside');
      // A reader's own turning outlives a turned phone.
      if (layout !== 'flat') props.turn = null;
      else if (!props.turn) turnTo(section.still);
    },
    update,
    async setFacts(seen): Promise<void> {
      facts = seen;
      // Seen or not: the list of what can still be said reads its words.
      hydrateGraphic();
      props.facts = seen;
      for (const picture of pictures.values()) picture.facts = seen;
      update();
      await updateCaptions(seen);
    },
    overrideScene(step, change): void {
      const one = stepAt(step);
      one.scene = change(one.scene);
      if (props.turn && props.at === step) turnTo(step);
      update();
    },
    fail,
  };
}
