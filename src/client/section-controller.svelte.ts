import { hydrate, mount } from 'svelte';
import type { Scene } from '$lib/charts/model.ts';
import { WIDTHS, type Frame } from '$lib/charts/context.ts';
import InlineSvg from '$lib/charts/marks/InlineSvg.svelte';
import type { Dataset } from '$lib/data/schema.ts';
import { stepOffsetsIn } from '$lib/scrolly/step-offsets.ts';
import { entryProgress, revealLength, READING_LINE, positionOf } from '$lib/scrolly/position.ts';
import { rest, START, type Pace, type Resting } from '$lib/scrolly/settle.ts';
import { blend, transitionProgress } from '$lib/scrolly/interpolate-scene.ts';
import { currentLayout, prefersStill } from '$lib/scrolly/mode.ts';
import { flownPast } from './fast-scroll-preview.ts';
import type { Live } from '$lib/server/page-data.ts';
import { drawnSteps, teller, type DrawnStep } from './update-captions.svelte.ts';
import type { Room, wholePictures } from './picture-cache.ts';

/** A section whose pictures live. */
export interface Life {
  /** Takes up the page's present layout. */
  settle: () => void;
  /**
   * Draws what belongs to the present scroll position.
   * @param pace how the reader moves; left out where nobody waits for a picture to come to rest
   * @returns whether another frame is needed to come to rest
   */
  look: (pace?: Pace) => boolean;
  /** Draws and tells everything from other facts: the same ones through another lens. */
  relight: (facts: Dataset) => Promise<void>;
  /** Puts another scene in the place of a step's own. */
  restage: (step: number, change: (scene: Scene) => Scene) => void;
  /** Puts words in the place of its pictures: something has thrown. */
  lose: () => void;
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

/**
 * What a picture in a step's free place draws. Raw, here and below: scenes and facts are replaced, never changed, and a
 * scene that is drawn already costs nothing.
 */
class Pictured {
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
const roomIn = (box: Element): Frame['width'] => (box.clientWidth >= 480 ? 480 : 288);

/** What a section's stage shows. */
class Staged {
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
 * One section come to life: its stage beside the text, or a picture above every step.
 * @param wholes pictures that need not be drawn here
 * @param lost told when one of its charts throws while it draws
 */
export async function awaken(
  live: Live,
  section: Live['sections'][number],
  element: Element,
  wholes: ReturnType<typeof wholePictures>,
  lost: () => void,
): Promise<Life> {
  const stage = element.querySelector('.stage');
  const column = element.querySelector('[data-steps]');
  const own = [...element.querySelectorAll('[data-step]')];
  const free = own.map((step) => step.querySelector('.slot'));
  // With its charts: who flies past them soon is not to wait for these.
  if (currentLayout() === 'beside') wholes('beside');
  else if (free[0] && currentLayout() === 'above') wholes(roomIn(free[0]));
  const [steps, { default: Stage }, { default: Picture }] = await Promise.all([
    drawnSteps(section),
    import('$lib/charts/ChartView.svelte'),
    import('$lib/charts/ChartSvg.svelte'),
  ]);
  const [first] = steps;
  if (!stage || !column || !first) throw new RangeError(`nothing to bring to life in "${section.id}"`);
  const stepAt = (index: number): DrawnStep => steps[index] ?? first;
  let facts = live.facts;
  /** Pictures in steps' free places, by step and the width that is seen there: those that live, and those that stand. */
  const slots = new Map<string, Pictured>();
  const stand = new Set<string>();
  const turnTo = (index: number): void => {
    const { chart, scene } = stepAt(index);
    Object.assign(props, { chart, scene, at: index, fade: 1, turn: turnTo });
  };
  const props = new Staged(
    `${section.id}-figure`,
    steps.length,
    threw,
    stepAt(section.still),
    facts,
    section.still,
  );
  let [hydrated, broken] = [false, false];
  /** Takes up what the server has drawn, when it is first seen: above the steps every step has a picture of its own. */
  function wake(target: Element): void {
    if (hydrated) return;
    hydrated = true;
    hydrate(Stage, { target, props });
    props.facts = facts;
  }
  /** One word for the whole section, whichever of its pictures has thrown. */
  function lose(): void {
    broken = true;
    flown.scrollToAnchor();
    if (stage) wake(stage);
    props.broken = true;
    lost();
  }
  function threw(error: unknown): void {
    if (broken) return;
    reportError(error);
    lose();
  }

  /** The picture of a step as the server drew it, where it would be drawn the same now; or `coming`. */
  function wholeOf(index: number, scene: Scene, room: Room): { svg: string } | 'coming' | undefined {
    if (scene !== section.steps[index]?.scene || facts !== live.facts) return undefined;
    const known = wholes(room);
    if (known === 'coming') return known;
    const svg = known === 'none' ? undefined : known[section.id]?.[index];
    return svg === undefined ? undefined : { svg };
  }

  const flown = flownPast(stage, free);
  /** @returns whether a step's whole picture stands in the stage now */
  function flyPast(index: number): boolean {
    const whole = wholeOf(index, stepAt(index).scene, 'beside');
    if (!stage || typeof whole !== 'object' || roomIn(stage) !== WIDTHS[1]) return false;
    flown.show(index, whole);
    return true;
  }

  /**
   * The picture in a step's free place, put there when first looked at: ready-made while it is whole, and drawn here as
   * soon as it moves.
   * @param width of picture that is seen there
   * @param scene what it shows then
   * @param seen whether it is on the screen, and nothing is waited for
   * @param next whether it may be put there before it is seen
   * @returns it if it lives; `null` where it waits
   */
  function pictureIn(
    index: number,
    width: Frame['width'],
    scene: Scene,
    seen: boolean,
    next: boolean,
  ): Pictured | null | undefined {
    const slot = free[index];
    if (!slot) return undefined;
    const key = `${index} ${width}`;
    const known = slots.get(key);
    if (known) return known;
    const whole = wholeOf(index, scene, width);
    if (typeof whole === 'object' && stand.has(key)) return undefined;
    if (!seen && (!next || whole === 'coming')) return null;
    const place = slot.querySelector(`[data-width='${width}']`);
    if (!place) return undefined;
    const frame = document.createElement('div');
    frame.className = 'picture';
    frame.dataset['width'] = String(width);
    if (typeof whole === 'object') {
      mount(InlineSvg, { target: frame, props: whole });
      stand.add(key);
    } else {
      const Chart = stepAt(index).chart.default;
      const picture = new Pictured(Chart, width, place.clientHeight, threw, facts, scene);
      mount(Picture, { target: frame, props: picture });
      slots.set(key, picture);
    }
    place.replaceWith(frame);
    return slots.get(key);
  }

  const places = stepOffsetsIn(column, own);
  /** Where the stage was, in steps; and every step's own picture, in shares of its coming. */
  let last: Resting = START;
  const lasts = new Map<number, Resting>();

  function beside(pace: Pace | undefined): boolean {
    const now = places();
    const { step, progress } = positionOf(
      now.map(({ top }) => top),
      now.at(-1)?.bottom ?? 0,
      innerHeight * READING_LINE,
    );
    const at = Math.min(steps.length - 1, step + (prefersStill() ? 0 : transitionProgress(progress)));
    last = rest(last, at, Math.round(at), pace);
    if (pace === 'flying' && flyPast(Math.round(at))) return false;
    flown.scrollToAnchor();
    if (stage) {
      wake(stage);
      props.only = roomIn(stage);
    }
    const way = Math.min(steps.length - 1, Math.max(0, last.at + last.off));
    const [here, next] = [stepAt(Math.floor(way)), stepAt(Math.ceil(way))];
    const through = way - Math.floor(way);
    // Two charts have nothing to blend: one fades out, the other in.
    const same = here.chart === next.chart;
    props.fade = same ? 1 : Math.abs(1 - 2 * through);
    props.chart = same || through < 0.5 ? here.chart : next.chart;
    props.scene = same ? blend(here.scene, next.scene, through) : (through < 0.5 ? here : next).scene;
    return !last.there;
  }

  function above(pace: Pace | undefined): boolean {
    let more = false;
    const drawn = slots.size + stand.size;
    const [slot] = free;
    const width = slot ? roomIn(slot) : WIDTHS[0];
    for (const [index, { top, bottom }] of places().entries()) {
      if (top > 2 * innerHeight || bottom < -innerHeight) continue;
      const [here, before] = [stepAt(index), stepAt(index - 1)];
      const at = entryProgress(top, innerHeight);
      const now = rest(lasts.get(index) ?? START, at, Math.ceil(at), pace);
      lasts.set(index, now);
      // Who flies past does not wait for it to come.
      const scene =
        index === 0 || prefersStill() || before.chart !== here.chart || pace === 'flying'
          ? here.scene
          : blend(before.scene, here.scene, now.at + now.off);
      // Of those that are not seen yet, one a frame, and none before it is known how the reader moves: a slow phone is
      // not kept busy for long.
      const seen = bottom > 0 && top < innerHeight;
      const next = pace !== undefined && slots.size + stand.size === drawn;
      const picture = pictureIn(index, width, scene, seen, next);
      if (picture) picture.scene = scene;
      more ||= !now.there || picture === null;
    }
    return more;
  }

  let looked = false;
  function look(pace?: Pace): boolean {
    if (broken) return false;
    const place = currentLayout();
    // Who has just come sees it as it is.
    const now = looked || pace === 'flying' ? pace : undefined;
    looked = true;
    try {
      if (place === 'beside') return beside(now);
      if (place === 'above') return above(now);
    } catch (error) {
      threw(error);
    }
    return false;
  }

  const tell = teller(section, steps, element, live.record);

  return {
    settle(): void {
      const place = currentLayout();
      flown.scrollToAnchor();
      if (place === 'flat') wake(stage);
      props.height = place === 'beside' ? section.height : null;
      // On paper and flat the style sheet chooses, at any width.
      if (place !== 'beside') props.only = null;
      // Beside its text a graphic repeats the step's own words; ears get those.
      stage.toggleAttribute('inert', place === 'beside');
      // A reader's own turning outlives a turned phone.
      if (place !== 'flat') props.turn = null;
      else if (!props.turn) turnTo(section.still);
    },
    look,
    async relight(seen): Promise<void> {
      facts = seen;
      // Seen or not: the list of what can still be said reads its words.
      flown.scrollToAnchor();
      wake(stage);
      props.facts = seen;
      for (const picture of slots.values()) picture.facts = seen;
      // Those that were drawn on the server from other facts give way.
      look();
      await tell(seen);
    },
    restage(step, change): void {
      const one = stepAt(step);
      one.scene = change(one.scene);
      if (props.turn && props.at === step) turnTo(step);
      look();
    },
    lose,
  };
}
