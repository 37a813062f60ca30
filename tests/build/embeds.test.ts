import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import heights from '#config/embed-heights.json';
import { charts } from '$lib/story/story-charts.ts';

const read = (file: string): string => readFileSync(`build/${file}`, 'utf8');
const SITE = 'https://who-could-say-no.example/';

/** Returns every way in which an embed differs from one page with one classic script. */
export function embedProblems(html: string): string[] {
  const head = html.split('</head>')[0] ?? '';
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)]
    .map((match) => match[1] ?? '')
    .filter((attributes) => !attributes.includes('application/json'));
  const asked = [
    ...html.matchAll(
      /<(?:script|img|link(?=[^>]*rel="(?:stylesheet|icon|preload|modulepreload|manifest)"))[^>]* (?:src|href)="([^"]+)"/g,
    ),
  ].map((match) => match[1] ?? '');
  return [
    ...(scripts.filter((one) => one.includes('src=')).length === 1 ? [] : ['not one script']),
    ...(scripts.filter((one) => !one.includes('src=')).length === 1 ? [] : ['not one script in the page']),
    ...(scripts.some((one) => /type="?module/.test(one)) ? ['a module'] : []),
    ...(scripts.some((one) => one.includes('src=') && !one.includes('defer'))
      ? ['a script that blocks']
      : []),
    ...asked.filter((address) => !address.startsWith('../../')).map((address) => `asks for ${address}`),
    ...(/\.woff2?/.test(html) ? ['asks for a font'] : []),
    ...(head.includes('<meta name="robots" content="noindex"') ? [] : ['may be listed']),
    ...(head.includes('content="light dark"') ? [] : ['is painted by browsers']),
    ...(head.includes('<base target="_blank"') ? [] : ['its links open inside the frame']),
    ...(head.slice(0, 20_000).includes('application/json+oembed') ? [] : ['no oEmbed near its beginning']),
    ...(/<svg[^>]*role="img"/.test(html) ? [] : ['no picture']),
    ...(/<table>[\s\S]*<caption/.test(html) ? [] : ['no table']),
    ...(html.includes('Source: ') ? [] : ['no source']),
    ...(/style="[^"]*vh|autofocus/.test(html) ? ['depends on the height of the frame'] : []),
  ];
}

describe.each(charts)('the embed of $id', ({ id, still, picture, steps }) => {
  const html = read(`embed/${id}/index.html`);
  const file = /src="\.\.\/\.\.\/(live\/embed\/[^"]+)"/.exec(html)?.[1];
  const script = file === undefined ? '' : read(file);

  test('is one page with a picture, table, source and one classic script', () => {
    expect(embedProblems(html)).toEqual([]);
    expect(html).toContain('<html lang="en-GB" data-embed>');
    expect(html).toContain(`<link rel="canonical" href="${SITE}chart/${id}/"`);
    expect(html).toContain(`href="../../chart/${id}/"`);
  });

  test('has a script of at most 40 KB compressed that requests and stores nothing', () => {
    expect(script.length).toBeGreaterThan(10_000);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(40_000);
    expect(script).not.toMatch(
      /\bfetch\(|XMLHttpRequest|\bimport\(|localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon/,
    );
    expect(script).not.toMatch(/^\s*(import|export)\b/m);
  });

  test('agrees with its oEmbed response', () => {
    const said = JSON.parse(read(`oembed/${id}.json`)) as Record<string, string | number>;
    expect(said['title']).toBe(picture);
    const title = /<title>([^<]+)</.exec(html)?.[1] ?? '';
    expect(said['html']).toContain(`title="${title}"`);
    expect(said['html']).toContain(`src="${SITE}embed/${id}/"`);
    expect(said['height']).toBe((heights as Record<string, number>)[still.id]);
    expect(existsSync(String(said['thumbnail_url']).replace(SITE, 'build/'))).toBe(true);
    for (const page of [
      html,
      read(`chart/${id}/index.html`),
      read(`s/${charts.find((one) => one.id === id)?.home.id ?? ''}/index.html`),
    ]) {
      expect(page.indexOf('application/json+oembed')).toBeGreaterThan(0);
      expect(page.indexOf('application/json+oembed')).toBeLessThan(20_000);
      expect(page).toContain(`href="${SITE}oembed/${id}.json"`);
    }
  });

  test('has a measured height within bounds for every picture', () => {
    for (const step of steps) {
      const height = (heights as Record<string, number>)[step.id] ?? 0;
      expect([step.id, height >= 200 && height <= 1000]).toEqual([step.id, true]);
    }
  });

  test('is offered on the chart’s page in every form, ready to paste', () => {
    const page = read(`chart/${id}/index.html`);
    expect(page).toContain(`&lt;iframe src="${SITE}embed/${id}/"`);
    expect(page).toMatch(/integrity="sha384-/);
    for (const step of steps) expect(page).toContain(`href="../../#${step.id}"`);
  });
});

test('reports planted defects', () => {
  const html = read('embed/money/index.html');
  expect(embedProblems(html.replace('<script defer', '<script type="module"'))).toEqual([
    'a module',
    'a script that blocks',
  ]);
  expect(
    embedProblems(html.replace('</head>', '<link rel="stylesheet" href="https://x.example/a.css"></head>')),
  ).toEqual(['asks for https://x.example/a.css']);
  expect(embedProblems(html.replace('noindex', 'all'))).toEqual(['may be listed']);
});

const listeners = readdirSync('static').filter((name) => /^embed\..*\.js$/.test(name));

test.each(listeners)('%s is small and has a content hash in its name', (name) => {
  const bytes = readFileSync(`static/${name}`);
  expect(name).toBe(`embed.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.js`);
  expect(bytes.length).toBeLessThanOrEqual(1024);
});

test('prints the integrity hash of the actual file in the snippet', () => {
  const page = read('chart/money/index.html');
  const [, name = '', integrity] =
    /embed\.([0-9a-f]{8})\.js"? integrity="(sha384-[^"]+)"/.exec(page.replaceAll('&quot;', '"')) ?? [];
  expect(
    `sha384-${createHash('sha384')
      .update(readFileSync(`build/embed.${name}.js`))
      .digest('base64')}`,
  ).toBe(integrity);
});
