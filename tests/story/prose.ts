import { render } from 'svelte/server';
import type { Section } from '$lib/story/section.ts';
import Telling from './ProseHarness.svelte';

/** A step's paragraph as a reader gets it. */
export interface Prose {
  /** All of it. */
  text: string;
  /** What stands outside every sentence that says what it rests on. */
  free: string;
  /** Bases of figures and citations outside every such sentence. */
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

/** Mark-up without its `statement` elements: they may hold others, so tags are counted. */
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

/** A paragraph's mark-up as prose. */
export function proseUnder(html: string): Prose {
  const outside = withoutSays(html);
  return {
    text: plain(html),
    free: plain(outside),
    loose: [...outside.matchAll(/data-evidence="([^"]+)"/g)].map((match) => match[1] ?? ''),
    asides: [],
  };
}

/** Every step's paragraph of a section, in order, as the server writes it. */
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
