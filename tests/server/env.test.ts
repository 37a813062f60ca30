import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { settingOf, settingProblems } from '$lib/server/env.ts';

test('reports no problem when nothing is set', () => {
  expect(settingProblems({})).toEqual([]);
  expect(settingProblems({ PUBLIC_SITE_URL: '', PUBLIC_CONTACT_URL: '' })).toEqual([]);
  expect(settingOf({}, 'PUBLIC_SITE_URL')).toBeNull();
});

test.each([
  'https://example.org',
  'https://example.org/',
  'https://example.org/a/b',
  'https://example.org:8443/',
])('accepts %s as the site’s address', (url) => {
  expect(settingProblems({ PUBLIC_SITE_URL: url })).toEqual([]);
  expect(settingOf({ PUBLIC_SITE_URL: url }, 'PUBLIC_SITE_URL')).toBe(url);
});

test.each([
  'http://example.org/',
  'example.org',
  'https://',
  'https://example.org/?a=b',
  'https://example.org/#x',
  'https://user:word@example.org/',
  'https://example.org/"><script>',
  'javascript:alert(1)',
])('rejects %s as the site’s address', (url) => {
  const [problem] = settingProblems({ PUBLIC_SITE_URL: url });
  expect(problem).toMatch(/^SITE-001 environment#\/PUBLIC_SITE_URL: .+ Expected .+ Got .+ Fix: /);
  expect(settingOf({ PUBLIC_SITE_URL: url }, 'PUBLIC_SITE_URL')).toBeNull();
});

test.each([
  ['mailto:us@example.org', true],
  ['https://example.org/contact', true],
  ['us@example.org', false],
  ['mailto:', false],
  ['javascript:alert(1)', false],
])('accepts %s as the address for corrections: %s', (url, good) => {
  expect(settingProblems({ PUBLIC_CONTACT_URL: url })).toHaveLength(good ? 0 : 1);
});

test(
  'stops the build with one line, without a stack trace, when a setting is bad',
  { timeout: 60_000 },
  () => {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--mode', 'live'],
      {
        encoding: 'utf8',
        env: { ...process.env, VITEST: undefined, PUBLIC_SITE_URL: 'http://example.org/?x' },
      },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^SITE-001 /m);
    expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at /);
  },
);
