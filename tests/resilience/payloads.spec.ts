// A page runs no payload, whether it comes by its address, by a message or from storage.
import { expect } from '@playwright/test';
import { awake, test } from '../e2e/page-object.ts';

const CALL = 'window.__ran=(window.__ran||0)+1';
/** Ways to make a page run what it is given: by element, by handler, by address, by breaking out of where it is put. */
const PAYLOADS: readonly string[] = [
  ...[
    'img src=x onerror',
    'svg onload',
    'body onload',
    'video src=x onerror',
    'details open ontoggle',
    'input autofocus onfocus',
    'marquee onstart',
    'iframe onload',
    'object data=x onerror',
    'audio src=x onerror',
    'style onload',
    'link rel=stylesheet href=x onerror',
  ].flatMap((tag) => [
    `<${tag}=${CALL}>`,
    `"><${tag}="${CALL}">`,
    `'><${tag}='${CALL}'>`,
    `</script><${tag}=${CALL}>`,
  ]),
  ...['', '"', "'", '">', "'>", '</title>', '</textarea>', '</style>', '-->', ']]>'].map(
    (out) => `${out}<script>${CALL}</script>`,
  ),
  ...[
    'javascript:',
    'JaVaScRiPt:',
    ' javascript:',
    'java\tscript:',
    'javascript://%0a',
    'data:text/html,<script>',
    'vbscript:',
    'blob:',
    '//evil.example/',
    'https://evil.example/x.js?',
  ].map((scheme) => `${scheme}${CALL}`),
  ...['onclick', 'onerror', 'onload', 'onfocus', 'onmouseover', 'style', 'formaction', 'srcdoc'].flatMap(
    (name) => [`" ${name}="${CALL}`, `' ${name}='${CALL}`, ` ${name}=${CALL} `],
  ),
  ...['${', '{{', '#{', '<%=', '{@html ', '[[', '%7B%7B'].map((open) => `${open}${CALL}}}`),
  ...['\u0000', '\u2028', '\u202e', '\ufeff', '%00', '%3C', '&lt;', '\\u003c', '\\x3c'].map(
    (odd) => `${odd}script>${CALL}</script>`,
  ),
];

const KEYS = [
  'view',
  'step',
  'tab',
  'ui',
  'theme',
  'motion',
  'labels',
  'ev',
  'asof',
  'w',
  'g',
  'd',
  'secret',
  'parentUrl',
  'initialWidth',
];

test('a hundred payloads through every input: none runs, none stands in an attribute', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(600_000);
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(100);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  for (const [index, payload] of PAYLOADS.entries()) {
    const query = KEYS.map((key) => `${key}=${encodeURIComponent(payload)}`).join('&');
    // Every kind of page takes its turn; an embed, which anybody may call, each time.
    const paths = [
      'embed/positions/',
      ['', 'chart/money/', 'text/', 's/reasons/', 'claims/', 'nowhere/'][index % 6] ?? '',
    ];
    for (const path of paths) {
      await page.goto(`${baseURL ?? ''}${path}?${query}#${encodeURIComponent(payload)}`, {
        waitUntil: 'domcontentloaded',
      });
      await awake(page);
      const found = await page.evaluate(
        async ({ text, last }) => {
          window.postMessage(text, '*');
          window.postMessage(
            {
              type: 'set',
              source: 'who-could-say-no',
              theme: text,
              step: text,
              labels: text,
              tab: text,
              height: text,
            },
            '*',
          );
          localStorage.setItem('view', text);
          localStorage.setItem('theme', text);
          await new Promise((done) => setTimeout(done, last ? 400 : 60));
          const marked = [...document.querySelectorAll('*')].filter((one) =>
            [...one.attributes].some(
              ({ name, value }) => /^on|^srcdoc$/.test(name) || value.includes('__ran'),
            ),
          );
          return {
            ran: Reflect.get(window, '__ran') === undefined ? 0 : 1,
            marked: marked.map((one) => one.outerHTML.slice(0, 120)),
          };
        },
        { text: payload, last: index === PAYLOADS.length - 1 },
      );
      expect(found, `${path} ${payload}`).toEqual({ ran: 0, marked: [] });
    }
  }
  expect(dialogs).toEqual([]);
});
