// A page with ten defects, one for each rule, each with its corrected form. It proves that the checks can
// fail. It is not part of the site; tests/e2e/a11y-checks.spec.ts loads it.
import type { CheckName } from '../e2e/a11y-checks.ts';

export interface Canary {
  /** Text that appears in the markup of the defect, and so in the report of the check. */
  id: string;
  rule: string;
  /** The function of tests/e2e/a11y-checks.ts that must catch the defect. */
  check: CheckName;
  broken: string;
  mended: string;
}

const csv = `data:text/csv,${encodeURIComponent('Name,Sum,fact_id\r\nFirst,10,a\r\ncanary-row,20,b')}`;
const table = (rows: string): string => `
  <table><caption>Two sums</caption>
    <thead><tr><th scope="col">Name</th><th scope="col">Sum</th></tr></thead>
    <tbody><tr><th scope="row">First</th><td>10</td></tr>${rows}</tbody>
  </table>
  <p><a href="${csv}" data-visible-csv>The same as CSV</a></p>`;

/** Returns a legend of two entries; the second differs by shape or only by colour. */
const key = (second: string): string => `
  <svg role="img" aria-label="A key" width="300" height="24">
    <circle cx="8" cy="12" r="6" fill="#6e5010" /><text x="22" y="17" fill="#17212b" font-size="15">Agreed</text>
    ${second}<text x="122" y="17" fill="#17212b" font-size="15">canary-key</text>
  </svg>`;

export const CANARIES: readonly Canary[] = [
  {
    id: 'canary-pale',
    rule: 'text of 2.9 : 1',
    check: 'paleText',
    broken: '<p id="canary-pale" style="color: #969696">Grey words on white paper.</p>',
    mended: '<p id="canary-pale" style="color: #595959">Grey words on white paper.</p>',
  },
  {
    id: 'canary-target',
    rule: 'a button of 20 px',
    check: 'smallTargets',
    // The button stands alone on its line, so a rule with an exception for spacing would miss it.
    broken: '<p><button id="canary-target" style="width: 20px; height: 20px; padding: 0">+</button></p>',
    mended: '<p><button id="canary-target" style="width: 44px; height: 44px; padding: 0">+</button></p>',
  },
  {
    id: 'canary-unnamed',
    rule: 'a picture without a name',
    check: 'unnamedPictures',
    broken: '<svg id="canary-unnamed" width="40" height="40"><rect width="40" height="40" /></svg>',
    mended:
      '<svg id="canary-unnamed" role="img" aria-label="A square" width="40" height="40"><rect width="40" height="40" /></svg>',
  },
  {
    id: 'canary-row',
    rule: 'a row that is not in the table',
    check: 'missingRows',
    broken: table(''),
    mended: table('<tr><th scope="row">canary-row</th><td>20</td></tr>'),
  },
  {
    id: 'canary-covered',
    rule: 'focus under what sticks',
    check: 'coveredFocus',
    broken:
      '<div style="position: sticky; top: 0; background: #fff"><a id="canary-covered" href="#top">Hidden by it</a><div style="position: absolute; inset: 0; background: #eee"></div></div>',
    mended:
      '<div style="position: sticky; top: 0; background: #fff"><a id="canary-covered" href="#top">Not hidden by it</a></div>',
  },
  {
    id: 'canary-small',
    rule: 'text of 10 px in a picture',
    check: 'smallText',
    // The text is set at 20 px and scaled to 10 px, so the check must use the painted size.
    broken:
      '<svg role="img" aria-label="Small words" viewBox="0 0 600 40" width="300" height="20"><text id="canary-small" y="25" font-size="20">Small words</text></svg>',
    mended:
      '<svg role="img" aria-label="Small words" viewBox="0 0 300 20" width="300" height="20"><text id="canary-small" y="15" font-size="15">Small words</text></svg>',
  },
  {
    id: 'canary-trap',
    rule: 'a place that the Tab key does not leave',
    check: 'keyboardTraps',
    broken:
      '<p><button id="canary-trap" onkeydown="if (event.key === \'Tab\') event.preventDefault()">Stay</button> <a id="canary-trap-after" href="#top">Never reached</a></p>',
    mended:
      '<p><button id="canary-trap">Go on</button> <a id="canary-trap-after" href="#top">Reached</a></p>',
  },
  {
    id: 'canary-spoken',
    rule: 'a live region that scrolling drives',
    check: 'spokenByScrolling',
    broken:
      '<p role="status" id="canary-spoken"></p><script>addEventListener("scroll", () => { document.getElementById("canary-spoken").textContent = "canary-spoken " + Math.round(scrollY); });</script>',
    mended:
      '<p role="status" id="canary-spoken"></p><script>addEventListener("click", () => { document.getElementById("canary-spoken").textContent = "canary-spoken"; });</script>',
  },
  {
    id: 'canary-loop',
    rule: 'a movement that starts by itself and never ends',
    check: 'loops',
    broken:
      '<style>@keyframes canary { to { transform: translateX(20px); } }</style><div id="canary-loop" style="width: 20px; height: 20px; background: #17212b; animation: canary 1s infinite"></div>',
    mended: '<div id="canary-loop" style="width: 20px; height: 20px; background: #17212b"></div>',
  },
  {
    id: 'canary-key',
    rule: 'a key in which colour alone tells two things apart',
    check: 'colourOnlyKeys',
    broken: key('<circle cx="108" cy="12" r="6" fill="#172f4c" />'),
    mended: key('<rect x="102" y="6" width="12" height="12" fill="#172f4c" />'),
  },
];

/** Returns the page with all ten defects, except those that are fixed. */
export const canaryPage = (mended: readonly string[] = []): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Ten defects</title>
    <style>body { margin: 16px; background: #fff; color: #17212b; font: 18px/1.5 sans-serif; } button { font: inherit; }</style>
  </head>
  <body>
    <main id="top">
      <h1>Ten defects</h1>
      ${CANARIES.map(({ id, broken, mended: right }) => `<section>${mended.includes(id) ? right : broken}</section>`).join('\n      ')}
      <p style="height: 1500px">The end is far down, so that there is something to scroll.</p>
    </main>
  </body>
</html>
`;
