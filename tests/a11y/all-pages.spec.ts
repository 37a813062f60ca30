// Runs axe on every page in every theme, at every width and in every reading mode. The list below gives the
// reason for each result that axe cannot decide.
import { expect, type Page } from '@playwright/test';
import { CHARTS, examined, otherPages } from '../e2e/axe.ts';
import { allFaults, colourOnlyKeys, paleShapes, paleText, smallText } from '../e2e/a11y-checks.ts';
import { goTo, sectionIds, test } from '../e2e/page-object.ts';

/** Rules on which axe may return "incomplete", with the reason why that is acceptable. */
const UNSURE: readonly [finding: RegExp, why: string][] = [
  [
    /^color-contrast: <(text|tspan)\b/,
    'Type in a picture lies on shapes: the tokens are held to their contrast by tests/tokens.test.ts.',
  ],
  [
    /^color-contrast: [\s\S]*(obscured by another element|partially overlaps other elements|overlapped by another)/,
    'What sticks (the bar, a panel, the head of a table) lies over it where the page stands now; or it is a sentence that begins in the line of another: axe looks at the corner of its box, where that one stands. Its paper is the page’s, and paleText measures it.',
  ],
  [
    /^color-contrast: [\s\S]*contains an image node/,
    'The drawing of the first screen reaches behind the words, and is empty there; paleText measures them.',
  ],
  [/^frame-tested: /, 'The preview of an embed: embeds are pages of this list.'],
];

const MODES = ['default', 'flat', 'forced colours', 'no script'] as const;

async function read(page: Page): Promise<void> {
  for (const section of await sectionIds(page)) await goTo(page, section);
}

for (const mode of MODES)
  test.describe(mode, () => {
    // axe itself needs scripts, so this mode removes the script elements from the pages instead.
    test.beforeEach(async ({ page }) => {
      if (mode !== 'no script') return;
      await page.route(
        (url) => /(\/|\.html)$/.test(url.pathname),
        async (route) => {
          const answer = await route.fetch();
          const body = (await answer.text()).replace(
            /<script(?! type="application)[^>]*>[\s\S]*?<\/script>/g,
            '',
          );
          await route.fulfill({ response: answer, body });
        },
      );
    });
    for (const theme of ['light', 'dark'] as const)
      for (const width of [320, 390, 768, 1280])
        test(`${mode}, ${theme}, ${width} px: axe finds no violation on any page`, async ({ page }) => {
          test.setTimeout(600_000);
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({
            colorScheme: theme,
            ...(mode === 'forced colours' ? { forcedColors: 'active' as const } : {}),
          });
          const found: string[] = [];
          for (const path of ['', ...otherPages(theme)]) {
            const [address = '', fragment] = path.split('#');
            const query = mode === 'flat' ? `${address.includes('?') ? '&' : '?'}view=flat` : '';
            await page.goto(address + query + (fragment === undefined ? '' : `#${fragment}`));
            if (path === '' && mode !== 'no script') await read(page);
            // An address sets a theme only by script, and an embed without one is transparent.
            if (path.startsWith('embed/') && mode === 'no script')
              await page.evaluate(() => {
                const paper = new CSSStyleSheet();
                paper.replaceSync('html { background: Canvas !important; }');
                document.adoptedStyleSheets = [paper];
              });
            await page.evaluate(() => {
              for (const details of document.querySelectorAll('main details'))
                details.toggleAttribute('open', true);
            });
            const { wrong, unsure } = await examined(page);
            const unexplained = unsure.filter((one) => !UNSURE.some(([finding]) => finding.test(one)));
            found.push(
              ...[...wrong, ...unexplained.map((one) => `unsure: ${one}`)].map((one) => `/${path}: ${one}`),
            );
          }
          expect(found).toEqual([]);
        });
  });

for (const path of new Set([
  '',
  '?view=flat',
  ...otherPages('light'),
  'chart/money/?tab=table',
  ...CHARTS.flatMap((id) => [`chart/${id}/`, `embed/${id}/?theme=light`]),
])) {
  const name = path === '' ? 'the story' : path;
  test(`the checks that catch the known defects find nothing on ${name}`, async ({ page }) => {
    test.setTimeout(600_000);
    const found: string[] = [];
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      if (['', '?view=flat'].includes(path)) await read(page);
      // The tab order is the same at all widths, but different elements may cover a control on a phone.
      const faults = await allFaults(page, { keys: width === 390 || width === 1280 });
      found.push(
        ...faults
          // Bound to the scroll, a picture may be half-way to the next, so the test below checks each one.
          .filter((one) => path !== '' || !/^paleText: [\d.]+: 1 <text/.test(one))
          .map((one) => `${width} px: ${one}`),
      );
    }
    expect(found).toEqual([]);
  });
}

// Every picture is drawn at two widths, 288 px and 480 px.
for (const id of CHARTS)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`every picture of ${id} is legible, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const found: string[] = [];
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`chart/${id}/`);
        await page.waitForSelector('html[data-ready]', { state: 'attached' });
        const [earlier, next] = [
          page.getByRole('button', { name: 'Earlier' }),
          page.getByRole('button', { name: 'Next' }),
        ];
        const more = async (button: typeof next): Promise<boolean> =>
          (await button.getAttribute('aria-disabled')) !== 'true';
        while (await more(earlier)) await earlier.click();
        for (let at = 1; ; at += 1) {
          const faults = [
            ...(await paleText(page)),
            ...(await paleShapes(page)),
            ...(await smallText(page)),
            ...(await colourOnlyKeys(page)),
          ];
          found.push(...faults.map((one) => `${width} px, picture ${at}: ${one}`));
          if (!(await more(next))) break;
          await next.click();
        }
      }
      expect(found).toEqual([]);
    });
