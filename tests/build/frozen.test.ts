import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import versions from '#config/versions.json';
import { frozen } from '../../scripts/freeze.mjs';

test('loads its own files from its folder when frozen, and resolves every other link', () => {
  const { html, assets } = frozen(
    '<title>A chart</title><link href="../../_app/a/style.X.css" rel="stylesheet"><script defer src="../../live/embed/money.Y.js"></script><main id="embed-root" class="x"><a href="../../chart/money/">c</a></main><script id="live">{"record":"../../claims/"}</script>',
    '2026-11-25',
    'money',
  );
  expect(assets).toEqual(['_app/a/style.X.css', 'live/embed/money.Y.js']);
  expect(html).toContain('href="../../assets/style.X.css"');
  expect(html).toContain('src="../../assets/money.Y.js"');
  expect(html).toContain('href="../../../../chart/money/"');
  expect(html).toContain('"record":"../../../../claims/"');
  expect(html).toContain('<title>A chart (version of 2026-11-25)</title>');
  expect(html).toMatch(
    /<main id="embed-root" class="x"><p class="frozen">.*href="..\/..\/..\/..\/embed\/money\/">See the newest/,
  );
});

describe.each(versions)('the embeds of %s', (day) => {
  const folder = `build/v/${day}`;
  test.each(readdirSync(`static/v/${day}/embed`))(
    '%s is complete, shows its date and requests only its own files',
    (id) => {
      const html = readFileSync(`${folder}/embed/${id}/index.html`, 'utf8');
      const asked = [...html.matchAll(/<(?:script|link)\b[^>]* (?:src|href)="([^"]+\.(?:js|css))"/g)].map(
        (match) => match[1] ?? '',
      );
      expect(asked.length).toBeGreaterThan(1);
      for (const address of asked) {
        expect(address).toMatch(/^\.\.\/\.\.\/assets\//);
        expect(existsSync(`${folder}/embed/${id}/${address}`), address).toBe(true);
      }
      expect(html).toContain(`This is the version of <time datetime="${day}">`);
      expect(html).toContain('content="noindex"');
      expect(html).toMatch(/<svg[^>]*role="img"/);
      for (const css of asked.filter((address) => address.endsWith('.css')))
        expect(readFileSync(`${folder}/embed/${id}/${css}`, 'utf8')).not.toContain('@font-face');
    },
  );
});
