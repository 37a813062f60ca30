import { expect, test } from 'vitest';
import * as v from 'valibot';
import { chartUrl, embedUrl, frameHtml, responsiveEmbedHtml, oembedOf } from '$lib/embed/snippet.ts';

const of = {
  site: 'https://who-could-say-no.example/',
  id: 'positions',
  picture: 'Who stood “where”',
  height: 612,
};
const choice = { step: 'positions--on-deal', theme: 'dark', labels: 'off', ev: 'all' };

test('writes the chosen options to the address, without defaults', () => {
  expect(embedUrl(of, choice)).toBe(
    'https://who-could-say-no.example/embed/positions/?step=positions--on-deal&theme=dark&labels=off',
  );
  expect(chartUrl(of)).toBe('https://who-could-say-no.example/chart/positions/');
});

test('gives the frame a title, lazy loading, a height and a link below', () => {
  const html = frameHtml({ ...of, picture: 'A "sharp" <chart>' }, choice);
  expect(html).toContain('title="A &quot;sharp&quot; &lt;chart&gt;: a chart by Who could say no?"');
  expect(html).toContain('&amp;theme=dark&amp;labels=off"');
  for (const part of ['width="100%"', 'height="612"', 'loading="lazy"', 'style="border:0"'])
    expect(html).toContain(part);
  expect(html.split('\n')[1]).toMatch(
    /^<p><a href="https:\/\/who-could-say-no\.example\/chart\/positions\/\?/,
  );
  expect(html).not.toContain('<script');
});

test('adds an integrity hash to the resize script', () => {
  const html = responsiveEmbedHtml(of, {}, { src: `${of.site}embed.12345678.js`, integrity: 'sha384-abc' });
  expect(html).toContain(
    '<script async src="https://who-could-say-no.example/embed.12345678.js" integrity="sha384-abc" crossorigin="anonymous"></script>',
  );
});

test('follows oEmbed 1.0, with the frame first', () => {
  const Rich = v.strictObject({
    version: v.literal('1.0'),
    type: v.literal('rich'),
    title: v.string(),
    provider_name: v.string(),
    provider_url: v.pipe(v.string(), v.url()),
    author_name: v.string(),
    author_url: v.pipe(v.string(), v.url()),
    cache_age: v.number(),
    html: v.pipe(v.string(), v.startsWith('<iframe src="https://'), v.endsWith('</iframe>')),
    width: v.number(),
    height: v.number(),
    thumbnail_url: v.pipe(v.string(), v.url(), v.endsWith('.png')),
    thumbnail_width: v.literal(1200),
    thumbnail_height: v.literal(630),
  });
  expect(v.safeParse(Rich, oembedOf(of)).issues ?? []).toEqual([]);
  expect(v.safeParse(Rich, { ...oembedOf(of), version: 1 }).success).toBe(false);
});
