import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { drawings } from '$lib/server/social-cards/index.ts';
import { png, withFonts } from '../../scripts/cards.mjs';

const svgs = drawings(readFileSync('src/styles/app.css', 'utf8'));
const names = Object.keys(svgs);
/** Returns whether the name is that of a chart download, which also exists as SVG and at double size. */
const isTaken = (name: string): boolean => /\.(light|dark)$/.test(name);
const isSlide = (name: string): boolean => name.endsWith('.slide');
const read = (name: string): Buffer => readFileSync(`build/img/${name}.png`);

interface Part {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
/**
 * Returns the share of inked pixels in a part of a picture. The part is given as shares of its sides; a pixel
 * counts if it is as far from the paper colour as letters are.
 */
function inkIn(file: Buffer, part: Part): number {
  const { width, height, data } = PNG.sync.read(file);
  const sum = (x: number, y: number): number => {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4);
    return red + green + blue;
  };
  // The middle of the left margin is always empty.
  const paper = sum(Math.round(width / 100), Math.round(height / 2));
  let inked = 0;
  let seen = 0;
  for (let y = Math.round(part.top * height); y < part.bottom * height; y += 1)
    for (let x = Math.round(part.left * width); x < part.right * width; x += 1) {
      seen += 1;
      if (Math.abs(sum(x, y) - paper) > 425) inked += 1;
    }
  return inked / seen;
}
/** Areas that contain only text, in the display font and in the label font: no tape, rule or picture. */
const PLACES: Record<'card' | 'story', Part[]> = {
  card: [
    { left: 0.04, top: 0.2, right: 0.3, bottom: 0.44 },
    { left: 0.04, top: 0.84, right: 0.3, bottom: 0.97 },
  ],
  story: [
    { left: 0.04, top: 0.15, right: 0.48, bottom: 0.47 },
    { left: 0.52, top: 0.67, right: 0.9, bottom: 0.86 },
  ],
};
const placesOf = (name: string): Part[] => PLACES[name === 'story' ? 'story' : 'card'];
/** Minimum share of inked pixels in an area with text. */
const LETTERS = 0.03;
const hasLetters = (file: Buffer, name: string): boolean =>
  placesOf(name).every((part) => inkIn(file, part) > LETTERS);

/** Returns the names in a font file: its `name` table, name id 1, in the Windows encoding. */
function familyOf(file: Buffer): string {
  for (let table = 0; table < file.readUInt16BE(4); table += 1) {
    const entry = 12 + table * 16;
    if (file.toString('latin1', entry, entry + 4) !== 'name') continue;
    const start = file.readUInt32BE(entry + 8);
    const texts = start + file.readUInt16BE(start + 4);
    for (let record = 0; record < file.readUInt16BE(start + 2); record += 1) {
      const at = start + 6 + record * 12;
      if (file.readUInt16BE(at) !== 3 || file.readUInt16BE(at + 6) !== 1) continue;
      const from = texts + file.readUInt16BE(at + 10);
      return file
        .subarray(from, from + file.readUInt16BE(at + 8))
        .swap16()
        .toString('utf16le');
    }
  }
  throw new RangeError('a font without a name');
}

/** Icons of the site, with their sides in pixels. */
const ICONS = { 'icon-192': 192, 'icon-512': 512, 'apple-touch-icon': 180 };

test.each(Object.entries(ICONS))(
  '%s is %d px, has paper-coloured corners and shows the tape',
  (name, size) => {
    const { width, height, data } = PNG.sync.read(read(name));
    expect([width, height]).toEqual([size, size]);
    const at = (x: number, y: number): string =>
      data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString('hex');
    for (const [x, y] of [
      [1, 1],
      [size - 2, 1],
      [1, size - 2],
      [size - 2, size - 2],
    ] as const)
      expect(at(x, y)).toBe('f1f3f0');
    expect(at(size / 2, 4)).toBe('de4e8e');
  },
);

test('renders every drawing to a picture and leaves no drawing in the build', () => {
  const there = readdirSync('build/img', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.\w+$/.test(file),
  );
  expect(there.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(
    [
      ...names.flatMap((name) => [
        `${name}.png`,
        ...(isTaken(name) ? [`${name}.svg`, `${name}@2x.png`] : []),
      ]),
      ...Object.keys(ICONS).map((name) => `${name}.png`),
    ].sort(),
  );
  expect(existsSync('build/img/cards.json')).toBe(false);
});

describe.each(names)('%s', (name) => {
  test('is a PNG of the right size and a small file', () => {
    const file = read(name);
    expect(file.toString('latin1', 1, 4)).toBe('PNG');
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual(
      isSlide(name) ? [1920, 1080] : [1200, 630],
    );
    expect(file.byteLength).toBeLessThanOrEqual((isSlide(name) ? 300 : 150) * 1024);
  });

  test('has glyphs of both fonts', () => {
    expect(hasLetters(read(name), name)).toBe(true);
  });

  test('has empty text areas when the fonts are missing', () => {
    const blank = png(svgs[name] ?? '', []);
    for (const part of placesOf(name)) expect(inkIn(blank, part)).toBe(0);
    expect(hasLetters(blank, name)).toBe(false);
  });
});

test('finds every font family of a drawing in the font files', async () => {
  // resvg silently replaces an unknown font family.
  const named = new Set(
    Object.values(svgs).flatMap((svg) => [...svg.matchAll(/font-family="([^"]*)"/g)].map(([, face]) => face)),
  );
  const own = await withFonts('Who', (files) => files.map((file) => familyOf(readFileSync(file))));
  expect(own).toHaveLength(4);
  expect([...named].filter((face) => face === undefined || !own.includes(face))).toEqual([]);
  expect(named.size).toBe(3);
});

test('renders the same bytes as the build', async () => {
  const again = await withFonts(Object.values(svgs).join(''), (files) =>
    ['story', 's/threshold'].map((name) => png(svgs[name] ?? '', files)),
  );
  for (const [index, name] of ['story', 's/threshold'].entries())
    expect(again[index]?.equals(read(name))).toBe(true);
});

test('removes the font files when the work succeeds and when it fails', async () => {
  let kept: string[] = [];
  await withFonts('a', (files) => {
    kept = files;
    expect(existsSync(files[0] ?? '')).toBe(true);
  });
  expect(kept.filter((file) => existsSync(file))).toEqual([]);
  const failing = withFonts('a', (files) => {
    kept = files;
    throw new Error('no room');
  });
  await expect(failing).rejects.toThrow('no room');
  expect(kept.filter((file) => existsSync(file))).toEqual([]);
});
