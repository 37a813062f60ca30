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

/** Controls the charts of one section. */
export interface SectionController {
  /** Applies the page's current layout. */
  applyLayout: () => void;
  /** Draws the charts for the current scroll position. */
  update: () => void;
  /** Redraws the charts and rewrites the text from the given, usually filtered, dataset. */
  setFacts: (facts: Dataset) => Promise<void>;
  /** Replaces the scene of one step. */
  overrideScene: (step: number, change: (scene: Scene) => Scene) => void;
  /** Replaces the section's charts with text after one of them has thrown. */
  fail: () => void;
}

/**
 * Draws the tail of the hero's tape as the hero passes the reading line. At least 18% of it is always
 * visible.
 */
export function drawTail(hero: HTMLElement): void {
  if (currentLayout() === 'flat' || prefersStill()) {
    hero.style.removeProperty('--tail');
    return;
  }
  const { top, height } = hero.getBoundingClientRect();
  const share = revealLength(top, height, innerHeight * READING_LINE) / Math.max(1, height);
  hero.style.setProperty('--tail', String(Math.round(Math.max(0.18, share) * 1000) / 1000));
}

/**
 * A chart above a step. The state is raw, here and below, because scenes and datasets are replaced, never
 * mutated.
 */
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

/** Returns the chart width, in CSS pixels, that the style sheet shows in a box. */
const widthIn = (box: Element): Frame['width'] => (box.clientWidth >= 480 ? 480 : 288);

/** The state of a section's figure beside the text. */
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
 * Hydrates one section: its figure beside the text, or a chart above every step.
 * @param onFail called when one of the section's charts throws while drawing
 * @throws RangeError if the page has no element for the section's charts
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
  /** The charts above steps, keyed by step index and visible width. */
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
  /** Hydrates the server-rendered figure when it is first needed. */
  function hydrateGraphic(): void {
    if (hydrated) return;
    hydrated = true;
    hydrate(ChartView, { target, props });
    props.facts = facts;
  }
  /** Fails the whole section once, whichever of its charts has thrown. */
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

  /** Returns the chart above a step, and mounts it when the step first comes near the viewport. */
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
    // Scenes of two different charts cannot be interpolated: one chart fades out and the other fades in.
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
      // On paper and in the static layout the style sheet chooses the width.
      if (layout !== 'beside') props.only = null;
      // Beside the text the figure repeats the step's own text, which screen readers already get.
      target.toggleAttribute('inert', layout === 'beside');
      // The reader's choice of step survives a rotation of the phone.
      if (layout !== 'flat') props.turn = null;
      else if (!props.turn) turnTo(section.still);
    },
    update,
    async setFacts(seen): Promise<void> {
      facts = seen;
      // Hydrate even when out of sight: the text alternative below the chart is part of the figure.
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
