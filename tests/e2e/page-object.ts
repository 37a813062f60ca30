import { expect, test as anyTest, type Page } from '@playwright/test';

/** What each browser test needs of a page: where a step is, what its picture looks like, and when it is at rest. */

/** Every test of the pages is a test of their policy too: nothing on them runs, loads or is styled that it does not allow. */
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

/** Waits until the page's script has begun, or has been given up. */
export const awake = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const { ready, view } = document.documentElement.dataset;
    return ready !== undefined || view === undefined;
  });
};

/** Every step's id, in reading order. */
export const stepIds = (page: Page): Promise<string[]> =>
  page.locator('[data-step]').evaluateAll((steps) => steps.map((step) => step.id));

/** Every section's id, in reading order. */
export const sectionIds = (page: Page): Promise<string[]> =>
  page.locator('.chapter').evaluateAll((chapters) => chapters.map((chapter) => chapter.id));

/** Three frames after the last change: pictures are drawn in every second. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  });

/** Puts a step's top where a link to it would, and waits until its section lives and rests. */
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
 * A picture's mark-up in one form: a browser keeps attributes in the order in which they came, closes what the server
 * closes by a slash, and escapes less; hydration leaves markers. None of it is part of the picture.
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
 * Scrolls on at a pace to read by, and gives the picture that belongs to a step at each stop on the way.
 * @param far how far, in CSS pixels, in strides of 20; 0 gives the picture as it stands now
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

/** The picture that belongs to a step as it now stands. */
export const pictureOf = async (page: Page, id: string): Promise<string> =>
  (await readOn(page, id, 0))[0] ?? '';
