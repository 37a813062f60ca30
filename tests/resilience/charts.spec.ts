import { readdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { goTo, sectionIds, test } from '../e2e/page-object.ts';

/** Every chart, as its script is called. */
const CHARTS = readdirSync('build/embed').map((id) => id.charAt(0).toUpperCase() + id.slice(1));

/** Code that a test plants in a chart's file, in the place of its component. */
const FAULTS = {
  render: `function planted() { throw new Error('planted'); }`,
  effect: `function planted(anchor, props) {
    return own(anchor, { get scene() { if (globalThis.armed) throw new Error('planted'); return props.scene; } });
  }`,
  event: `function planted(anchor, props) {
    if (!globalThis.armed) document.addEventListener('planted', () => { throw new Error('planted'); });
    globalThis.armed = true;
    return own(anchor, props);
  }`,
  timer: `function planted(anchor, props) {
    if (!globalThis.armed) { globalThis.armed = true; setTimeout(() => { throw new Error('planted'); }, 300); }
    return own(anchor, props);
  }`,
} as const;

/** Serves a chart's file with a fault in it. */
async function plant(page: Page, name: string, fault: keyof typeof FAULTS): Promise<void> {
  await page.route(`**/live/assets/${name}-*.js`, async (route) => {
    const answer = await route.fetch();
    const code = (await answer.text()).replace(
      /export\{(.*?)([\w$]+) as default/,
      (_, before: string, own: string) =>
        `const own = (...all) => ${own}(...all);\n${FAULTS[fault]}\nexport{${before}planted as default`,
    );
    expect(code).toContain('planted as default');
    await route.fulfill({ response: answer, body: code });
  });
}

/** The steps that a chart draws, and the sections they are in, as the page says. */
const withChart = (page: Page, name: string): Promise<{ step: string; sections: string[] }> =>
  page.evaluate(async (chart) => {
    const data = await fetch(document.querySelector<HTMLLinkElement>('#live')?.href ?? '');
    const { sections } = (await data.json()) as {
      sections: { id: string; steps: { chart: string }[] }[];
    };
    const drawing = (one: { chart: string }): boolean => one.chart === chart.toLowerCase();
    const own = sections.filter(({ steps }) => steps.some(drawing));
    const first = own[0]?.steps.findIndex(drawing) ?? -1;
    const step = document.getElementById(own[0]?.id ?? '')?.querySelectorAll('[data-step]')[first]?.id ?? '';
    return { step, sections: own.map(({ id }) => id) };
  }, name);

for (const name of CHARTS)
  for (const fault of Object.keys(FAULTS) as (keyof typeof FAULTS)[])
    test(`${name} throws, ${fault}: its figure says so and shows its table, and the rest goes on`, async ({
      page,
    }) => {
      // One width a fault is enough: beside the text and above it take turns.
      await page.setViewportSize(
        (CHARTS.indexOf(name) + Object.keys(FAULTS).indexOf(fault)) % 2 === 0
          ? { width: 390, height: 844 }
          : { width: 1440, height: 900 },
      );
      await plant(page, name, fault);
      const said: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(error.message));
      await page.goto('');
      const { step, sections } = await withChart(page, name);
      const own = step.split('--')[0] ?? '';
      const words = (): Promise<string[]> =>
        page.locator(`#${own} .step p:not(.slot *)`).evaluateAll((all) => all.map((one) => one.textContent));
      const before = await words();
      await goTo(page, step);
      if (fault === 'effect') await page.evaluate(() => Reflect.set(globalThis, 'armed', true));
      if (fault === 'event') {
        // It listens once its reader has slowed down, and it is drawn here.
        await page.waitForFunction(() => Reflect.get(globalThis, 'armed') === true);
        await page.evaluate(() => document.dispatchEvent(new Event('planted')));
      }
      // The effect is met when the reader goes on, at a pace at which pictures move.
      if (fault === 'effect')
        await expect(async () => {
          await page.mouse.wheel(0, 30);
          await expect(page.locator(`#${own}`)).toHaveAttribute('data-error', { timeout: 50 });
        }).toPass({ intervals: [10], timeout: 20_000 });
      await expect(page.locator(`#${own}`)).toHaveAttribute('data-error');
      await expect(page.locator(`#${own} .lost`)).toHaveText(
        'The chart could not be drawn; the figures are below.',
      );
      await expect(page.locator(`#${own} .lost`)).toBeVisible();
      await expect(page.locator(`#${own} .data table`).first()).toBeVisible();
      await expect(page.locator(`#${own} .picture:visible`)).toHaveCount(0);
      expect(said.filter((text) => text.includes('planted'))).toHaveLength(1);
      // No word of the story is lost, and no other figure.
      expect(await words()).toEqual(before);
      const others = (await sectionIds(page)).filter((id) => !sections.includes(id));
      const next = others[0] ?? '';
      const steps = await page.locator(`#${next} [data-step]`).evaluateAll((all) => all.map(({ id }) => id));
      await goTo(page, steps[0] ?? '');
      await expect(page.locator(`#${next} .picture:visible svg`).first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.dataset['view'])).toBe('scroll');
      for (const id of others) await expect(page.locator(`#${id}`)).not.toHaveAttribute('data-error');
      expect(said.filter((text) => !text.includes('planted'))).toEqual([]);
    });
