import { expect } from '@playwright/test';
import { goTo, sectionIds, test } from './reader.ts';

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`at ${width} px every control can be reached by keyboard, and none hides under the bar or a picture`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('');
    for (const id of await sectionIds(page)) await goTo(page, id);
    await page.evaluate(() => {
      scrollTo(0, 0);
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const expected = await page.evaluate(
      () =>
        [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter(
          (one) =>
            one.getClientRects().length > 0 &&
            one.closest('[inert], [popover]') === null &&
            !(one instanceof HTMLButtonElement && one.disabled) &&
            getComputedStyle(one).visibility !== 'hidden',
        ).length,
    );
    const reached = new Set<string>();
    const hidden: string[] = [];
    for (let press = 0; press < expected + 40; press += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const focus = document.activeElement;
        if (!focus || focus === document.body) return null;
        const key = [...document.querySelectorAll('*')].indexOf(focus);
        const box = focus.getBoundingClientRect();
        // A link may run over two lines: its first box is where its outline begins.
        const first = focus.getClientRects()[0] ?? box;
        const [x, y] = [
          first.left + Math.min(first.width / 2, 20),
          first.top + Math.min(first.height / 2, 20),
        ];
        const top = document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 1), y);
        const seen = top !== null && (focus.contains(top) || top.contains(focus));
        return { key, seen, what: focus.outerHTML.slice(0, 140), y: Math.round(y) };
      });
      if (!at) continue;
      reached.add(String(at.key));
      if (!at.seen) hidden.push(`${at.what} at ${at.y}`);
    }
    expect(hidden).toEqual([]);
    expect(reached.size).toBeGreaterThanOrEqual(expected - 2);
  });
}

test('a skip link leads past every chart', async ({ page }) => {
  await page.goto('');
  for (const id of await sectionIds(page)) {
    const skip = page.locator(`#${id} > .skip`);
    await skip.focus();
    await expect(skip).toBeVisible();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`${id}-after`);
  }
});

test('a chart is no stop of its own: its buttons and its tables are all', async ({ page }) => {
  await page.goto('?view=flat');
  for (const id of await sectionIds(page)) {
    await goTo(page, id);
    expect(await page.locator(`#${id} .picture :is(a, button, [tabindex])`).count()).toBe(0);
    expect(await page.locator(`#${id} .turn button`).count()).toBe(2);
  }
});

test('the chapters open by keyboard, say where the reader is, and lead there; a chart stands between them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('');
  await goTo(page, 'positions--campaigns');
  await expect(page.locator('[data-here]')).toHaveText('5 of 10');
  await page.locator('[data-chapters]').focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('#chapters');
  await expect(panel).toBeVisible();
  await expect(panel.locator('[aria-current]')).toHaveText('Who stood where');
  await expect(panel.locator('.chart')).toHaveCount(10);
  await panel.getByRole('link', { name: 'What we do not know' }).click();
  await expect(panel).toBeHidden();
  const top = await page.evaluate(
    () => document.querySelector('#unknowns h2')?.getBoundingClientRect().top ?? -1,
  );
  expect(top).toBeGreaterThan(56);
  expect(top).toBeLessThan(300);
});

test('a term opens its meaning by keyboard and closes', async ({ page }) => {
  await page.goto('');
  const term = page.locator('#paths .term').first();
  await term.focus();
  await page.keyboard.press('Enter');
  const card = page.locator('.card:popover-open');
  await expect(card).toContainText('A contract term letting the buyer end early');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
});

test('the reader’s weights put questions in order, and give no verdict', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  await goTo(page, 'tensions--your-weights');
  const handles = page.locator('.weigh input');
  await expect(handles).toHaveCount(3);
  await handles.nth(2).focus();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowRight');
  const sum = await page
    .locator('.weigh output')
    .evaluateAll((all) => all.reduce((total, one) => total + Number(one.textContent), 0));
  expect(sum).toBe(100);
  await expect(page.locator('.weigh ol li').first()).toHaveText(
    'What must stay secret, and who decides that?',
  );
  await goTo(page, 'tensions--your-weights');
  await expect(page.locator('#tensions .stage svg:visible')).toContainText('What must stay secret');
});
