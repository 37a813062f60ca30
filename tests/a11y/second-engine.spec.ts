// Runs IBM’s engine on every kind of page, because its rules differ from axe's. It must report no violation;
// results that need a human decision are listed here with the decision.
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { CHARTS, otherPages } from '../e2e/axe.ts';
import { goTo, sectionIds, test } from '../e2e/page-object.ts';

/** False positives of the engine, with the reason: WCAG or another engine disagrees on each. */
const DISPUTED: readonly [finding: RegExp, why: string][] = [
  [
    /^VIOLATION FAIL element_tabbable_role_valid: .*role="region"/,
    'What scrolls must be reachable by keyboard: axe asks for this stop, and so do readers who see and do not point.',
  ],
  [
    /^VIOLATION FAIL target_spacing_sufficient: .*class="cite/,
    'A mark in a line of text: WCAG 2.5.8 lets those be. Its target is 28 px, which smallTargets measures by what is hit.',
  ],
  [
    /^RECOMMENDATION FAIL element_attribute_deprecated: .*"http-equiv"/,
    'The policy of a page must be on the page, because not every host sends headers. HTML has it so: only some values are old.',
  ],
  [
    /^RECOMMENDATION FAIL aria_main_label_visible: .*<body/,
    'It counts the main part of the embed in the preview’s frame, which is a page of its own.',
  ],
];

/** Results that need a human decision, with the decision. */
const JUDGED: readonly [finding: RegExp, answer: string][] = [
  [
    /^VIOLATION POTENTIAL style_focus_visible: /,
    'Every stop has a ring of 3 px in ink: keyboardFaults walks every page and looks.',
  ],
  [
    /^VIOLATION POTENTIAL element_tabbable_unobscured: /,
    'No stop lies under anything when it has the focus: keyboardFaults walks every page and looks.',
  ],
  [
    /^VIOLATION POTENTIAL input_label_visible: .*class="cite/,
    'An evidence mark: its shape is its label for eyes, explained beside every picture and in the card that it opens.',
  ],
  [
    /^RECOMMENDATION POTENTIAL list_structure_proper: .*<dl/,
    'Each name and its text stand in a div of their own, as HTML lets them.',
  ],
  [
    /^VIOLATION POTENTIAL text_sensory_misuse: /,
    'Words that describe a picture to those who do not see it, or name its parts beside it. What they tell is in the table.',
  ],
  [
    /^VIOLATION POTENTIAL style_viewport_resizable: /,
    'Headings grow with the screen between bounds in rem: tests/resilience/missing-files.spec.ts enlarges text to 200 %.',
  ],
  [
    /^VIOLATION MANUAL style_highcontrast_visible: /,
    'Forced colours are read by axe on every page, and looked at by tests/e2e/chartability.spec.ts and paper.spec.ts.',
  ],
  [
    /^VIOLATION POTENTIAL text_block_heading: .*(class="(tab|statement-text)|<p>$)/,
    'A chapter’s number beside its heading, for eyes only; or a row’s own words, which are short.',
  ],
  [
    /^VIOLATION POTENTIAL style_color_misuse: /,
    'colourOnlyKeys asks every page; links are underlined, states are bold or have a line.',
  ],
  [
    /^VIOLATION POTENTIAL element_tabbable_visible: .*class="skip"/,
    'It stands beside the screen until it is reached; keyboard.spec sees every one of them come.',
  ],
  [/^VIOLATION POTENTIAL blockquote_cite_exists: /, 'Who said it and where stands in words beside it.'],
  [
    /^RECOMMENDATION POTENTIAL (input_fields_grouped|select_options_grouped): /,
    'Four fields of one small form, and days in their order: a group would only be one more thing to hear.',
  ],
  [/^VIOLATION POTENTIAL frame_src_valid: /, 'The preview of an embed: embeds are pages of this list.'],
  [
    /^VIOLATION POTENTIAL form_submit_button_exists: .*data-choices/,
    'Each choice acts at once, and what it changes stands right below. Nothing is sent.',
  ],
];

interface Result {
  ruleId: string;
  value: [string, string];
  message: string;
  snippet: string;
}

/** Returns the engine's violations and potential violations on the current page. */
async function examined(page: Page): Promise<{ wrong: string[]; perhaps: string[] }> {
  await page.evaluate(readFileSync('tools/node_modules/accessibility-checker-engine/ace.js', 'utf8'));
  const results = await page.evaluate(async () => {
    const ace = Reflect.get(globalThis, 'ace') as {
      Checker: new () => { check: (root: Document, policies: string[]) => Promise<{ results: Result[] }> };
    };
    const report = await new ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']);
    return report.results
      .filter(({ value: [, is] }) => is !== 'PASS')
      .map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet }));
  });
  const told = ({ ruleId, value, message, snippet }: Result): string =>
    `${value.join(' ')} ${ruleId}: ${message} ${snippet.slice(0, 400)}`;
  const certain = ({ value: [kind, is] }: Result): boolean => kind === 'VIOLATION' && is === 'FAIL';
  return {
    wrong: results.filter(certain).map(told),
    perhaps: results.filter((one) => !certain(one)).map(told),
  };
}

/** In the dark theme, only pages with colours of their own, because nothing else changes with the theme. */
const DARK = ['', 'claims/', 'chart/positions/', 'embed/money/?theme=dark'];
const LIGHT = [
  ...new Set([
    '',
    '?view=flat',
    ...otherPages('light'),
    ...CHARTS.flatMap((id) => [`chart/${id}/`, `embed/${id}/`]),
    'chart/money/?tab=table',
    'chart/money/?ev=confirmed',
    '404.html',
  ]),
];

for (const [theme, paths] of [
  ['light', LIGHT],
  ['dark', DARK],
] as const)
  for (const path of paths) {
    const name = path === '' ? 'the story' : path;
    test(`the second engine finds no violation on ${name}, ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(path);
      for (const section of await sectionIds(page)) await goTo(page, section);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      // The engine also reads frames, and a partial page has no skip link past repeated content.
      for (const frame of page.frames().filter((one) => one.url().includes('/embed/')))
        await frame.waitForSelector('html[data-ready]', { state: 'attached' });
      const { wrong, perhaps } = await examined(page);
      const open = (found: string[], known: typeof JUDGED): string[] =>
        found.filter((one) => !known.some(([finding]) => finding.test(one)));
      expect([...open(wrong, DISPUTED), ...open(perhaps, [...DISPUTED, ...JUDGED])]).toEqual([]);
    });
  }

test('the second engine reports planted defects', async ({ page }) => {
  await page.goto('corrections/');
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = 'x.png';
    const field = document.createElement('input');
    document.querySelector('main')?.append(picture, field);
  });
  const { wrong } = await examined(page);
  expect(wrong.join()).toContain('img_alt_valid');
  expect(wrong.join()).toContain('input_label_exists');
});
