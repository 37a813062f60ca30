import { render } from 'svelte/server';
import type { Section } from '$lib/story/section.ts';
import Telling from './ProseHarness.svelte';

/** A step's paragraph as readers see it. */
export interface Prose {
  /** The full text. */
  text: string;
  /** The text outside every statement with a basis. */
  free: string;
  /** Bases of figures and citations outside every such statement. */
  loose: string[];
  /** Asides on the early article. */
  asides: { claim: string }[];
}

const plain = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<button[^>]*class="cite.*?<\/button\s*>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Removes `statement` elements from markup; it counts tags, because they can nest. */
function withoutSays(html: string): string {
  let rest = html;
  for (;;) {
    const start = rest.search(/<span class="statement/);
    if (start < 0) return rest;
    let depth = 0;
    let end = rest.length;
    for (const tag of rest.slice(start).matchAll(/<(\/?)span\b[^>]*>/g)) {
      depth += tag[1] === '/' ? -1 : 1;
      if (depth === 0) {
        end = start + tag.index + tag[0].length;
        break;
      }
    }
    rest = rest.slice(0, start) + rest.slice(end);
  }
}

/** Converts the markup of a paragraph to prose. */
export function proseUnder(html: string): Prose {
  const outside = withoutSays(html);
  return {
    text: plain(html),
    free: plain(outside),
    loose: [...outside.matchAll(/data-evidence="([^"]+)"/g)].map((match) => match[1] ?? ''),
    asides: [],
  };
}

/** Returns every step's paragraph of a section, in order, as the server renders it. */
export function proseOf(section: Section): Prose[] {
  const { body } = render(Telling, { props: { section } });
  return body
    .split('data-step')
    .slice(1)
    .map((step) => {
      const html = step.slice(step.indexOf('class="prose"'));
      const start = html.indexOf('<p');
      return {
        ...proseUnder(html.slice(start, html.indexOf('</p>', start))),
        asides: [...html.matchAll(/data-claim="([^"]+)"/g)].map((match) => ({ claim: match[1] ?? '' })),
      };
    });
}
