import { expect } from '@playwright/test';
import { keyboardFaults } from './a11y-checks.ts';
import { goTo, sectionIds, test } from './page-object.ts';

// `npm run test:a11y` also tests 390 px.
test('every control is reachable by keyboard, and not covered by the bar or a picture when focused', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  for (const id of await sectionIds(page)) await goTo(page, id);
  expect(await keyboardFaults(page)).toEqual([]);
});

test('a skip link leads past every chart', async ({ page }) => {
  await page.goto('');
  for (const id of await sectionIds(page)) {
    const skip = page.locator(`#${id} > .skip`);
    await skip.focus();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`${id}-after`);
  }
});

test('the only tab stops of a chart are its buttons and tables', async ({ page }) => {
  await page.goto('?view=flat');
  for (const id of await sectionIds(page)) {
    await goTo(page, id);
    expect(await page.locator(`#${id} .picture :is(a, button, [tabindex])`).count()).toBe(0);
    expect(await page.locator(`#${id} .turn button`).count()).toBe(2);
  }
});

test('the section menu opens by keyboard, shows the current section and leads to the others', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('');
  await goTo(page, 'positions--campaigns');
  await expect(page.locator('[data-progress]')).toHaveText('5 of 10');
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

test('a term opens and closes by keyboard', async ({ page }) => {
  await page.goto('');
  const term = page.locator('#paths .term').first();
  await term.focus();
  await page.keyboard.press('Enter');
  const card = page.locator('.card:popover-open');
  await expect(card).toContainText('A contract term letting the buyer end early');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
});

test('the reader’s weights order the questions and give no verdict', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  await goTo(page, 'tensions--your-weights');
  const neutralNames = page.locator('.weigh input');
  await expect(neutralNames).toHaveCount(3);
  await neutralNames.nth(2).focus();
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
