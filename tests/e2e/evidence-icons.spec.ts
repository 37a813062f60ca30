import { readFileSync, readdirSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { PNG } from 'pngjs';
import { EVIDENCE_LABELS } from '$lib/charts/model.ts';
import { test } from './page-object.ts';

const pictures = readdirSync('tests/snapshots').map((file) =>
  readFileSync(`tests/snapshots/${file}`, 'utf8'),
);
/** Size of both icons in pixels, and number of parts on each side of the grid. */
const SIZE = 140;
const PARTS = 4;

/** Returns the share of ink in each part of an element, 0–1, row by row. */
async function inkOf(one: Locator): Promise<number[]> {
  const { data, width } = PNG.sync.read(await one.screenshot());
  expect(width).toBe(SIZE);
  const ink = Array.from({ length: PARTS * PARTS }, () => 0);
  const side = SIZE / PARTS;
  const count = (part: number): void => void (ink[part] = (ink[part] ?? 0) + 1 / side ** 2);
  for (let y = 0; y < SIZE; y += 1)
    for (let x = 0; x < SIZE; x += 1)
      if ((data[4 * (y * SIZE + x)] ?? 255) < 128) count(PARTS * Math.floor(y / side) + Math.floor(x / side));
  return ink;
}

test('an evidence icon looks the same in text and in pictures', async ({ page, context }) => {
  await page.setViewportSize({ width: 800, height: 800 });
  await page.goto('methods/');
  const beside = await context.newPage();
  for (const [label, word] of Object.entries(EVIDENCE_LABELS)) {
    const mark = page.locator(`[data-mark="${label}"]`).first();
    await mark.evaluate((one: HTMLElement, size) => one.style.setProperty('--size', `${size}px`), SIZE);
    const shape = pictures.map(
      (svg) => new RegExp(`<g [^>]*>((?:(?!<g )[^])*?)<text x="19"[^>]*>${word}</text>`).exec(svg)?.[1],
    );
    await beside.setContent(
      `<svg viewBox="0 0 14 14" width="${SIZE}" height="${SIZE}" fill="none" stroke="black" stroke-width="1.5" style="--ink: black">${shape.find(Boolean) ?? ''}</svg>`,
    );
    const [text, picture] = [await inkOf(mark), await inkOf(beside.locator('svg'))];
    const apart = text.map((share, part) => Math.abs(share - (picture[part] ?? 0)));
    expect(Math.max(...picture)).toBeGreaterThan(0.1);
    expect(Math.max(...apart), word).toBeLessThan(0.15);
  }
});
