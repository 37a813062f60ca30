import { expect, test } from 'vitest';
import { withoutMarkers, withoutNotes, withStyles } from '$lib/server/postprocess-html.ts';

const link = (home: string, name: string): string =>
  `\n\t\t<link href="${home}_app/immutable/assets/${name}.css" rel="stylesheet">`;

test('inlines style sheets in order, with URLs relative to the page', () => {
  const page = `<title>t</title>${link('../../', 'a')}${link('../../', 'b')}<link href="../../feed.atom" rel="alternate">`;
  const read = (file: string): string =>
    `/*${file.slice(-5)}*/@font-face{src:url(./x.woff2)}i{background:url(data:,a)}`;
  expect(withStyles(page, read)).toBe(
    '<title>t</title><style>' +
      '/*a.css*/@font-face{src:url(../../_app/immutable/assets/x.woff2)}i{background:url(data:,a)}' +
      '/*b.css*/@font-face{src:url(../../_app/immutable/assets/x.woff2)}i{background:url(data:,a)}' +
      '</style><link href="../../feed.atom" rel="alternate">',
  );
  expect(withStyles('<p>no sheet</p>', read)).toBe('<p>no sheet</p>');
});

test('keeps hydration markers only where a component hydrates', () => {
  expect(
    withoutMarkers(
      '<main><!--[--><p>a</p><!--]--><!--island--><!--[--><b>x</b><!--]--><!--/island--><i><!---->y</i></main>',
    ),
  ).toBe('<main><p>a</p><!--[--><b>x</b><!--]--><i>y</i></main>');
});

test('removes only comments and indentation from a script', () => {
  const script = (lines: readonly string[]): string => `<script>${lines.join('\n')}</script>`;
  expect(withoutNotes(script(['', '  // A note.', '  go(`a // b`); // stays', '  stop();']))).toBe(
    script(['', 'go(`a // b`); // stays', 'stop();']),
  );
  expect(withoutNotes('<p>\n  // no script</p>')).toBe('<p>\n  // no script</p>');
});
