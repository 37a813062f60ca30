import type { Page } from '@playwright/test';

/** What each browser test needs of a page: where a step is, what its picture looks like, and when it is at rest. */

/** Every step's id, in reading order. */
export const stepIds = (page: Page): Promise<string[]> =>
  page.locator('[data-step]').evaluateAll((steps) => steps.map((step) => step.id));

/** Every section's id, in reading order. */
export const sectionIds = (page: Page): Promise<string[]> =>
  page.locator('.chapter').evaluateAll((chapters) => chapters.map((chapter) => chapter.id));

/** Two frames after the last change, when a picture has settled. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/** Puts a step's top where a link to it would, and waits until its section lives and rests. */
export async function goTo(page: Page, id: string): Promise<void> {
  const jump = () =>
    page.evaluate(
      (step) => document.getElementById(step)?.scrollIntoView({ behavior: 'instant', block: 'start' }),
      id,
    );
  await jump();
  await page.waitForFunction(
    (step) => document.getElementById(step)?.closest('.chapter')?.hasAttribute('data-live'),
    id,
  );
  await jump();
  await settled(page);
}

/**
 * A picture's mark-up in one form: a browser keeps attributes in the order in which they came, and hydration leaves
 * markers; neither is part of the picture.
 */
export function canonical(page: Page, svg: string): Promise<string> {
  return page.evaluate((text) => {
    const { body } = new DOMParser().parseFromString(text, 'text/html');
    for (const one of body.querySelectorAll('*')) {
      const all = [...one.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const { name } of all) one.removeAttribute(name);
      for (const { name, value } of all) if (name !== 'style') one.setAttribute(name, value);
    }
    return body.innerHTML.replace(/<!--.*?-->/g, '');
  }, svg);
}

/** The picture that belongs to a step as it now stands. */
export async function pictureOf(page: Page, id: string): Promise<string> {
  const svg = await page.evaluate((step) => {
    const element = document.getElementById(step);
    const shown = (one: Element): boolean => one instanceof HTMLElement && one.offsetParent !== null;
    const picture = [
      ...(element?.querySelectorAll('.slot .picture') ?? []),
      ...(element?.closest('.chapter')?.querySelectorAll('.stage .picture') ?? []),
    ].find(shown);
    return picture?.querySelector('svg')?.outerHTML ?? '';
  }, id);
  return canonical(page, svg);
}
