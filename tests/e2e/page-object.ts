import { expect, test as anyTest, type Page } from '@playwright/test';

/**
 * Helpers of every browser test: the position of a step, the content of its picture, and whether it is at
 * rest.
 */

/**
 * Every test of a page also tests its policy: the page must not run, load or apply anything that is
 * forbidden.
 */
export const test = anyTest.extend<{ allowed: undefined }>({
  allowed: [
    async ({ context }, use) => {
      const refused: string[] = [];
      context.on('console', (message) => {
        if (/Content Security Policy|Trusted ?(Types|HTML|Script)/.test(message.text()))
          refused.push(message.text());
      });
      await use(undefined);
      expect(refused).toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until the page's script has started or has been given up. */
export const awake = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const { ready, view } = document.documentElement.dataset;
    return ready !== undefined || view === undefined;
  });
};

/** Returns every step's id, in reading order. */
export const stepIds = (page: Page): Promise<string[]> =>
  page.locator('[data-step]').evaluateAll((steps) => steps.map((step) => step.id));

/** Returns every section's id, in reading order. */
export const sectionIds = (page: Page): Promise<string[]> =>
  page.locator('.chapter').evaluateAll((chapters) => chapters.map((chapter) => chapter.id));

/** Waits three frames after the last change, because pictures are drawn in every second frame. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  });

/** Scrolls a step to where a link would put it, and waits until its section has hydrated and is at rest. */
export async function goTo(page: Page, id: string): Promise<void> {
  const jump = () =>
    page.evaluate(
      (step) => document.getElementById(step)?.scrollIntoView({ behavior: 'instant', block: 'start' }),
      id,
    );
  await jump();
  await page.waitForFunction(
    (step) => document.getElementById(step)?.closest('.chapter')?.hasAttribute('data-hydrated'),
    id,
  );
  await jump();
  await settled(page);
}

/**
 * Normalizes the markup of a picture. A browser keeps the order in which attributes were set, writes empty
 * elements differently and escapes less than the server, and hydration leaves markers.
 */
export const canonical = (svg: string): string =>
  svg
    .replace(/<!--.*?-->/gs, '')
    .replace(
      /<([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g,
      (_, tag: string, attributes: string, slash: string) => {
        const sorted = [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
          .filter(([, name]) => name !== 'style')
          .map(([, name = '', value = '']) => ` ${name}="${value}"`)
          .sort()
          .join('');
        return `<${tag}${sorted}>${slash === '' ? '' : `</${tag}>`}`;
      },
    )
    .replace(/&(nbsp|lt|gt|quot|#160|amp);/g, (_, name: string) => ENTITIES.get(name) ?? '')
    .trim();
const ENTITIES = new Map([
  ['nbsp', '\u00a0'],
  ['#160', '\u00a0'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&'],
]);

/**
 * Scrolls at reading speed and returns the picture of a step at each stop.
 * @param far distance in CSS pixels, in strides of 20; 0 returns the current picture
 */
export async function readOn(page: Page, id: string, far: number): Promise<string[]> {
  const pictures = await page.evaluate(
    async ([step, distance]) => {
      const element = document.getElementById(step);
      const shown = (one: Element): boolean => one instanceof HTMLElement && one.offsetParent !== null;
      const drawn = (): string =>
        [
          ...(element?.querySelectorAll('.slot .picture') ?? []),
          ...(element?.closest('.chapter')?.querySelectorAll('.stage .picture') ?? []),
        ]
          .find(shown)
          ?.querySelector('svg')?.outerHTML ?? '';
      const seen: string[] = [];
      for (let gone = 20; gone <= Math.abs(distance); gone += 20) {
        scrollBy({ top: 20 * Math.sign(distance), behavior: 'instant' });
        for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
        seen.push(drawn());
      }
      return distance === 0 ? [drawn()] : seen;
    },
    [id, far] as const,
  );
  return pictures.map(canonical);
}

/** Returns the current picture of a step. */
export const pictureOf = async (page: Page, id: string): Promise<string> =>
  (await readOn(page, id, 0))[0] ?? '';
