import { hydrate, mount } from 'svelte';
import type { Scene } from '#series/series.ts';
import type { Frame } from '#charts/context.ts';
import type { Facts } from '#facts/schema.ts';
import { arrivalOf, drawnOf, LINE, positionOf } from '#scroll/position.ts';
import { rest, START, type Pace, type Resting } from '#scroll/rest.ts';
import { blend, turnAt } from '#scroll/scene.ts';
import { placeNow, stillNow } from '#scroll/view.ts';
import type { Live } from './shown.ts';
import { drawnSteps, teller, type DrawnStep } from './told.svelte.ts';

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
  relight: (facts: Facts) => Promise<void>;
  /** Puts another scene in the place of a step's own. */
  restage: (step: number, change: (scene: Scene) => Scene) => void;
  /** Puts words in the place of its pictures: something has thrown. */
  lose: () => void;
}

/** Draws the tail of the hero's tape as its picture passes the reading line; a part of it is always there. */
export function drawTail(hero: HTMLElement): void {
  if (placeNow() === 'flat' || stillNow()) {
    hero.style.removeProperty('--tail');
    return;
  }
  const { top, height } = hero.getBoundingClientRect();
  const share = drawnOf(top, height, innerHeight * LINE) / Math.max(1, height);
  hero.style.setProperty('--tail', String(Math.round(Math.max(0.18, share) * 1000) / 1000));
}

/**
 * What a picture in a step's free place draws. Raw, here and below: scenes and facts are replaced, never changed, and a
 * scene that is drawn already costs nothing.
 */
class Pictured {
  facts: Facts;
  scene: Scene;
  constructor(
    readonly Chart: DrawnStep['chart']['default'],
    readonly width: Frame['width'],
    readonly height: number,
    readonly lost: (error: unknown) => void,
    facts: Facts,
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
  facts: Facts;
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
    facts: Facts,
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
 * @param lost told when one of its charts throws while it draws
 */
export async function awaken(
  live: Live,
  section: Live['sections'][number],
  element: Element,
  lost: () => void,
): Promise<Life> {
  const stage = element.querySelector('.stage');
  const [steps, { default: Stage }, { default: Picture }] = await Promise.all([
    drawnSteps(section),
    import('#charts/Stage.svelte'),
    import('#charts/Picture.svelte'),
  ]);
  const [first] = steps;
  if (!stage || !first) throw new RangeError(`nothing to bring to life in "${section.id}"`);
  const stepAt = (index: number): DrawnStep => steps[index] ?? first;
  const places = [...element.querySelectorAll('[data-step]')];
  const free = places.map((step) => step.querySelector('.slot'));
  let facts = live.facts;
  /** Pictures in steps' free places, by step and the width that is seen there. */
  const slots = new Map<string, Pictured>();
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
    if (stage) wake(stage);
    props.broken = true;
    lost();
  }
  function threw(error: unknown): void {
    if (broken) return;
    reportError(error);
    lose();
  }

  /**
   * The picture in a step's free place, mounted when first looked at.
   * @param scene what it shows then
   * @param now whether it may be mounted now: `null` says that it waits
   */
  function pictureIn(index: number, scene: Scene, now: boolean): Pictured | null | undefined {
    const slot = free[index];
    if (!slot) return undefined;
    const width = roomIn(slot);
    const known = slots.get(`${index} ${width}`);
    if (known) return known;
    if (!now) return null;
    const place = slot.querySelector(`[data-width='${width}']`);
    if (!place) return undefined;
    const Chart = stepAt(index).chart.default;
    const picture = new Pictured(Chart, width, place.clientHeight, threw, facts, scene);
    const frame = document.createElement('div');
    frame.className = 'picture';
    frame.dataset['width'] = String(width);
    mount(Picture, { target: frame, props: picture });
    place.replaceWith(frame);
    slots.set(`${index} ${width}`, picture);
    return picture;
  }

  /** Where the stage was, in steps; and every step's own picture, in shares of its coming. */
  let last: Resting = START;
  const lasts = new Map<number, Resting>();

  function beside(pace: Pace | undefined): boolean {
    if (stage) {
      wake(stage);
      props.only = roomIn(stage);
    }
    const tops = places.map((step) => step.getBoundingClientRect().top);
    const end = places.at(-1)?.getBoundingClientRect().bottom ?? 0;
    const { step, progress } = positionOf(tops, end, innerHeight * LINE);
    const at = Math.min(steps.length - 1, step + (stillNow() ? 0 : turnAt(progress)));
    last = rest(last, at, Math.round(at), pace);
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
    const drawn = slots.size;
    places.forEach((step, index) => {
      const { top, bottom } = step.getBoundingClientRect();
      if (bottom < -innerHeight || top > 2 * innerHeight) return;
      const [here, before] = [stepAt(index), stepAt(index - 1)];
      const at = arrivalOf(top, innerHeight);
      const now = rest(lasts.get(index) ?? START, at, Math.ceil(at), pace);
      lasts.set(index, now);
      const scene =
        index === 0 || stillNow() || before.chart !== here.chart
          ? here.scene
          : blend(before.scene, here.scene, now.at + now.off);
      // Of those that are not seen yet, one a frame: a slow phone is not kept busy for long.
      const seen = bottom > 0 && top < innerHeight;
      const picture = pictureIn(index, scene, seen || slots.size === drawn);
      if (picture) picture.scene = scene;
      more ||= !now.there || picture === null;
    });
    return more;
  }

  function look(pace?: Pace): boolean {
    if (broken) return false;
    const place = placeNow();
    try {
      if (place === 'beside') return beside(pace);
      if (place === 'above') return above(pace);
    } catch (error) {
      threw(error);
    }
    return false;
  }

  const tell = teller(section, steps, element, live.record);

  return {
    settle(): void {
      const place = placeNow();
      if (place !== 'above') wake(stage);
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
      wake(stage);
      props.facts = seen;
      for (const picture of slots.values()) picture.facts = seen;
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
