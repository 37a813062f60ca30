import { mount } from 'svelte';
import InlineSvg from '$lib/charts/marks/InlineSvg.svelte';

/** An empty part of a page, under a class. */
const box = (name: string): Element => {
  const part = document.createElement('div');
  part.className = name;
  return part;
};

/** What stands in for a stage while its reader flies past it. */
export interface Flown {
  /** Shows a step's words and its whole picture in the place of what lives there. */
  show: (index: number, whole: { svg: string }) => void;
  /** Gives way to what lives there. */
  scrollToAnchor: () => void;
}

/**
 * @param stage what follows the text of a section
 * @param words titles of its steps' pictures, each in its step
 */
export function flownPast(stage: Element, words: readonly (Element | null)[]): Flown {
  /** Made once for each step: a picture that is mounted again and again leaves something behind. */
  const cards = new Map<number, Element>();
  let shown: Element | null = null;
  const cardOf = (index: number, whole: { svg: string }): Element => {
    const [card, caption, picture] = [box('flown'), box('caption'), box('picture')];
    for (const line of words[index]?.querySelectorAll('p') ?? []) caption.append(line.cloneNode(true));
    mount(InlineSvg, { target: picture, props: whole });
    card.append(caption, picture);
    return card;
  };
  const scrollToAnchor = (): void => {
    shown?.remove();
    shown = null;
    stage.removeAttribute('data-flown');
  };
  return {
    show(index, whole) {
      const card = cards.get(index) ?? cardOf(index, whole);
      cards.set(index, card);
      if (card === shown) return;
      scrollToAnchor();
      stage.append(card);
      stage.setAttribute('data-flown', '');
      shown = card;
    },
    scrollToAnchor,
  };
}
