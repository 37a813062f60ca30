import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, headerRules, headersFor, typeOf } from '../../scripts/answer.mjs';
import { optionsFrom, serve } from '../../scripts/serve.mjs';

const outer = mkdtempSync(join(tmpdir(), 'serve-'));
const dir = join(outer, 'build');
const base = '/a/deep/path/';

beforeAll(() => {
  mkdirSync(join(dir, 'chart'), { recursive: true });
  mkdirSync(join(dir, 'empty'));
  mkdirSync(join(outer, 'build-secret'));
  writeFileSync(join(dir, 'index.html'), '<h1>front</h1>');
  writeFileSync(join(dir, 'chart/index.html'), '<h1>chart</h1>');
  writeFileSync(join(dir, 'a b.json'), '{}');
  writeFileSync(join(outer, 'secret.txt'), 'secret');
  writeFileSync(join(outer, 'build-secret/index.html'), 'secret');
  symlinkSync(join(outer, 'secret.txt'), join(dir, 'link.txt'));
});
afterAll(() => {
  rmSync(outer, { recursive: true });
});

describe('headers from a file', () => {
  beforeAll(() => {
    writeFileSync(
      join(dir, '_headers'),
      '# a remark\n/*\n  X-All: yes\n/chart/*\n  X-Chart: a: b, c\n/a\n  X-One: 1\n',
    );
  });

  test('every rule whose path it is, in order', () => {
    const rules = headerRules(dir);
    expect(headersFor(rules, '/chart/money/')).toEqual([
      ['X-All', 'yes'],
      ['X-Chart', 'a: b, c'],
    ]);
    expect(headersFor(rules, '/ab')).toEqual([['X-All', 'yes']]);
    expect(headersFor(headerRules(outer), '/')).toEqual([]);
  });

  test('they are sent below any base, and not by a plain host', async () => {
    for (const [plain, value] of [
      [false, 'a: b, c'],
      [true, null],
    ] as const) {
      const { url, close } = await serve({ dir, port: 0, base, plain });
      expect((await fetch(`${url}chart/?a=b`)).headers.get('X-Chart')).toBe(value);
      await close();
    }
  });
});

describe('what a request gets', () => {
  const ask = (path: string) => answer(dir, base, path);

  test('a folder gives its index', () => {
    expect(ask('/a/deep/path/')).toEqual({ status: 200, file: join(dir, 'index.html') });
    expect(ask('/a/deep/path/chart/?ev=official')).toEqual({
      status: 200,
      file: join(dir, 'chart/index.html'),
    });
  });

  test('a name with a space is found by its escaped form', () => {
    expect(ask('/a/deep/path/a%20b.json').file).toBe(join(dir, 'a b.json'));
  });

  test('a folder without its slash is sent on, with its query', () => {
    expect(ask('/a/deep/path/chart?step=one')).toEqual({ status: 301, location: './chart/?step=one' });
    expect(ask('/a/deep/path')).toEqual({ status: 301, location: './path/' });
  });

  test.each([
    '/',
    '/a/deep/',
    '/a/deep/pathology/',
    '/a/deep/path/none',
    '/a/deep/path/empty/',
    '/a/deep/path/index.html/',
    '/a/deep/path/../../../secret.txt',
    '/a/deep/path/..%2fsecret.txt',
    '/a/deep/path/%2e%2e/secret.txt',
    '/a/deep/path/..%2fbuild-secret/',
    '/a/deep/path//etc/passwd',
    '/a/deep/path/link.txt',
    '//example.com/',
  ])('%s is not found', (path) => {
    expect(ask(path)).toEqual({ status: 404, text: expect.stringMatching(/^Not found/) as string });
  });

  test.each(['/a/deep/path/%00', '/a/deep/path/%', '/a/deep/path/..%5csecret.txt'])(
    '%s is refused',
    (path) => {
      expect(ask(path).status).toBe(400);
    },
  );

  test("a missing page gives the site's own, where there is one", () => {
    const page = join(dir, '404.html');
    writeFileSync(page, 'lost?');
    expect(ask('/a/deep/path/none')).toEqual({ status: 404, file: page });
    rmSync(page);
  });

  test('never sends anyone to another host', () => {
    mkdirSync(join(dir, 'example.com'));
    expect(answer(dir, '/', '//example.com').location).toBe('./example.com/');
  });
});

test.each([
  ['a.html', 'text/html; charset=utf-8'],
  ['a.js', 'text/javascript; charset=utf-8'],
  ['a.json', 'application/json; charset=utf-8'],
  ['a.svg', 'image/svg+xml; charset=utf-8'],
  ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['a.WOFF2', 'font/woff2'],
  ['_headers', 'application/octet-stream'],
])('%s is %s', (file, type) => {
  expect(typeOf(file)).toBe(type);
});

describe('the server', () => {
  test('answers under its base, and takes the next port when one is in use', async () => {
    const first = await serve({ dir, port: 0, base });
    const second = await serve({ dir, port: first.port, base: 'a/deep/path' });
    expect(second.port).toBeGreaterThan(first.port);
    expect(second.url).toBe(`http://127.0.0.1:${second.port}/a/deep/path/`);
    const page = await fetch(`${second.url}chart`);
    expect([page.url, page.headers.get('content-type'), await page.text()]).toEqual([
      `${second.url}chart/`,
      'text/html; charset=utf-8',
      '<h1>chart</h1>',
    ]);
    const head = await fetch(second.url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '14', '']);
    expect((await fetch(second.url, { method: 'POST' })).status).toBe(405);
    await Promise.all([first.close(), second.close()]);
    await expect(fetch(second.url)).rejects.toThrow();
  });

  test('keeps to its folder when the path is sent raw', async () => {
    const site = await serve({ dir, port: 0 });
    // fetch would tidy the dots away before sending.
    const status = await new Promise((done) => {
      request({ port: site.port, host: '127.0.0.1', path: '/../secret.txt' }, (reply) => {
        reply.resume();
        done(reply.statusCode);
      }).end();
    });
    expect(status).toBe(404);
    await site.close();
  });

  test('says what to do when there is nothing to serve', async () => {
    await expect(serve({ dir: join(outer, 'none') })).rejects.toThrow('npm run build');
  });

  test.each(['x', '-1', '65536', '1e3'])('refuses the port %s', (port) => {
    expect(() => optionsFrom([`--port=${port}`])).toThrow('--port takes a number');
  });
});
