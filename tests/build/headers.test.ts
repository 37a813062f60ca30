import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headerRules, headersFor } from '../../scripts/answer.mjs';
import { daysLeft, policyFrom, union, written } from '../../scripts/headers.mjs';
import { inlineScripts, inlineStyles, policyOf, withPolicy, type PageKind } from '$lib/server/csp.ts';

const rules = headerRules('build');
const read = (file: string): string => readFileSync(`build/${file}`, 'utf8');
const files = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.\w+$/.test(file),
);
/** Returns the address that a host gives to a file. */
const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
const pages = files.filter((file) => file.endsWith('.html'));
const living = pages.filter((file) => !file.startsWith('v/'));
const kindOf = (file: string): PageKind => {
  if (file.startsWith('embed/')) return 'embed';
  return /^embed-lab\/(?!index)/.test(file) ? 'host' : 'own';
};

/**
 * Returns the Mozilla Observatory score of headers (the table of `quality.md` 4.2). It starts at 100; bonus
 * points count only if at most ten were lost.
 */
export function scoreOf(headers: ReadonlyMap<string, string>): number {
  const policy = policyFrom(headers.get('Content-Security-Policy') ?? '');
  const has = (directive: string, value: string): boolean => policy.get(directive)?.has(value) === true;
  const sources = [...policy].filter(([name]) => name.endsWith('-src')).flatMap(([, values]) => [...values]);
  const insecure = [...policy.values()].some((values) =>
    [...values].some((value) => /^(http|ftp):/.test(value)),
  );
  const broad = ['*', 'https:', 'data:', "'unsafe-inline'", "'unsafe-eval'"];
  const safe = has('default-src', "'none'") && has('form-action', "'none'") && has('base-uri', "'none'");
  const parts = [
    !policy.has('default-src')
      ? -25
      : insecure || sources.some((source) => broad.includes(source))
        ? -20
        : safe
          ? 10
          : 5,
    policy.has('frame-ancestors') ? 5 : -20,
    /max-age=(\d{8,})/.test(headers.get('Strict-Transport-Security') ?? '') ? 0 : -20,
    headers.get('X-Content-Type-Options') === 'nosniff' ? 0 : -5,
    headers.get('Referrer-Policy') === 'strict-origin-when-cross-origin' ? 5 : 0,
    headers.get('Cross-Origin-Opener-Policy') === 'same-origin' ? 10 : 0,
    headers.get('Cross-Origin-Embedder-Policy') === 'require-corp' ? 10 : 0,
    headers.get('Cross-Origin-Resource-Policy') === 'same-origin' ? 10 : 0,
  ];
  const lost = parts.filter((part) => part < 0).reduce((sum, part) => sum + part, 0);
  const won = parts.filter((part) => part > 0).reduce((sum, part) => sum + part, 0);
  return 100 + lost + (lost >= -10 ? won : 0);
}
const scoreAt = (path: string): number => scoreOf(new Map(headersFor(rules, path)));

describe('headers', () => {
  test('score 150 for the story and every other page, and 130 for every embed', () => {
    const own = living.filter((file) => kindOf(file) === 'own' && !/^(404|embed-lab)/.test(file));
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter((file) => scoreAt(addressOf(file)) < 150)).toEqual([]);
    const embeds = pages.filter((file) => kindOf(file) === 'embed' || file.startsWith('v/'));
    expect(embeds.filter((file) => scoreAt(addressOf(file)) < 130)).toEqual([]);
  });

  test.each([
    [
      'Content-Security-Policy',
      "default-src 'none'; script-src 'self' 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    ],
    ['Content-Security-Policy', "default-src 'none'; form-action 'none'; base-uri 'none'"],
    [
      'Content-Security-Policy',
      "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors https: http:",
    ],
    ['Content-Security-Policy', ''],
    ['Strict-Transport-Security', ''],
    ['X-Content-Type-Options', ''],
    ['Referrer-Policy', ''],
    ['Cross-Origin-Opener-Policy', ''],
    ['Cross-Origin-Embedder-Policy', ''],
    ['Cross-Origin-Resource-Policy', ''],
  ])('score less when %s is weakened to %s', (name, value) => {
    expect(scoreOf(new Map([...headersFor(rules, '/'), [name, value]]))).toBeLessThan(150);
  });

  test('are set once for each address, within the limits of the hosts', () => {
    for (const file of files) {
      const names = headersFor(rules, addressOf(file)).map(([name]) => name);
      expect(
        names.filter((name, index) => names.indexOf(name) !== index),
        file,
      ).toEqual([]);
    }
    expect(rules.length).toBeLessThanOrEqual(100);
    for (const line of read('_headers').split('\n')) {
      expect(line.length).toBeLessThanOrEqual(2000);
      expect(line.match(/'sha256-/g)?.length ?? 0).toBeLessThanOrEqual(15);
    }
  });

  test('keep frozen embeds running and styled when the live site changes', () => {
    const old = pages.filter((file) => file.startsWith('v/'));
    expect(old.length).toBeGreaterThan(0);
    for (const file of old) {
      const policy = policyFrom(
        new Map(headersFor(rules, addressOf(file))).get('Content-Security-Policy') ?? '',
      );
      for (const [directive, texts] of [
        ['script-src', inlineScripts(read(file))],
        ['style-src', inlineStyles(read(file))],
      ] as const)
        for (const text of texts)
          expect([...(policy.get(directive) ?? [])], `${file}: ${text}`).toContain(
            `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
          );
    }
  });

  test('forbid framing of pages and allow framing of embeds; pictures and data are open to any site', () => {
    const ancestors = (path: string): string[] => [
      ...(policyFrom(new Map(headersFor(rules, path)).get('Content-Security-Policy') ?? '').get(
        'frame-ancestors',
      ) ?? []),
    ];
    for (const path of ['/', '/s/threshold/', '/chart/money/', '/embed-lab/pym.html'])
      expect(ancestors(path), path).toEqual(["'none'"]);
    for (const path of ['/embed/money/', '/v/2026-11-25/embed/money/'])
      expect(ancestors(path)).toContain('*');
    for (const path of ['/img/money.png', '/data/money.csv', '/oembed/money.json', '/embed.7eb6c9b4.js'])
      expect(new Map(headersFor(rules, path)).get('Cross-Origin-Resource-Policy'), path).toBe('cross-origin');
  });
});

describe('policies', () => {
  test.each(living)('%s declares its policy before its first script, and allows nothing else', (file) => {
    const html = read(file);
    const said =
      /^[\s\S]{0,200}<meta charset="utf-8" ?\/?><meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
        html,
      )?.[1];
    expect(said).toBe(policyOf(kindOf(file), html));
    if (kindOf(file) === 'host') return;
    // An embed names the site, because 'self' matches nothing in a sandbox in some browsers; it names nothing
    // else.
    const others =
      kindOf(file) === 'embed' ? said?.replaceAll(' https://who-could-say-no.example/', '') : said;
    expect(others).not.toMatch(/unsafe-(inline|eval)|data:|https?:|\*/);
    if (kindOf(file) === 'embed')
      expect(said).toContain("script-src 'self' https://who-could-say-no.example/ ");
    for (const script of inlineScripts(html))
      expect(said).toContain(createHash('sha256').update(script).digest('base64'));
    expect(html).not.toMatch(/<[a-z][^>]*\son\w+="/);
  });

  test('a policy does not allow a script or a style that is added later', () => {
    const page = '<meta charset="utf-8" /><p style="color: red">A</p><script>one()</script>';
    const said = policyOf('own', page);
    expect(policyOf('own', `${page}<script>two()</script>`)).not.toBe(said);
    expect(policyOf('own', `${page}<p style="top: 0">B</p>`)).not.toBe(said);
    expect(policyOf('own', `${page}<script type="application/json">{}</script>`)).toBe(said);
    expect(policyOf('own', `${page}<textarea>&lt;i style="top: 0"&gt;</textarea>`)).toBe(said);
    expect(withPolicy('own', page)).toContain(said);
  });

  test('a script has the same hash with LF and CRLF line ends', () => {
    const page = '<html><head></head><body><script>\nrun();\n</script></body></html>';
    const hashes = (html: string): string[] => policyOf('own', html).match(/'sha256-[^']+'/g) ?? [];
    expect(hashes(page)).toHaveLength(1);
    expect(hashes(page.replaceAll('\n', '\r\n'))).toEqual(hashes(page));
    expect(hashes(page.replace('run', 'ran'))).not.toEqual(hashes(page));
  });

  test('style attributes are parsed as a browser parses them', () => {
    expect(inlineStyles('<a title="x > y" style="a: &quot;b&quot;">c</a><!-- <i style="d"> -->')).toEqual([
      'a: "b"',
    ]);
  });

  test('a union of policies allows everything that each of them allows', () => {
    const all = union([policyFrom("a 'self' x; b 'none'"), policyFrom("a 'self' y")]);
    expect(written(all)).toBe("a 'self' x y; b 'none'");
  });
});

test('security.txt names a contact and expires in less than a year', () => {
  const text = read('.well-known/security.txt');
  expect(text).toMatch(/^Contact: (https:|mailto:)\S+$/m);
  expect(text).toMatch(/^Expires: \d{4}-\d\d-\d\dT[\d:.]+Z$/m);
  const { on } = (JSON.parse(readFileSync('data/updates.json', 'utf8')) as { on: string }[]).at(-1) ?? {
    on: '',
  };
  expect(daysLeft(text, Date.parse(on))).toBe(364);
  expect(daysLeft(text, Date.parse(on) + 340 * 86_400_000)).toBeLessThan(30);
});
