// The checks that run in every engine. Each uses only the common Engine interface, and throws when it fails.
import { ok } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { root } from '../../scripts/run.mjs';
import { pause } from './drivers.mjs';

/** @typedef {import('./drivers.mjs').Engine} Engine */
/** @typedef {import('./site.mjs').Site} Site */
/**
 * @typedef {object} Check
 * @property {string} title
 * @property {boolean} scripts whether the engine runs the pages' scripts
 * @property {(engine: Engine, site: Site) => Promise<void>} check
 */

const SIZES = /** @type {const} */ ([
  [390, 844],
  [1440, 900],
]);

/** Steps of three sections, early, in the middle and late; none is the first of its section. */
const FOLLOWED = ['threshold--half-firm', 'positions--silence', 'paths--court'];

/**
 * Compares as JSON on one line, because the report is read line by line.
 * @param {unknown} found
 * @param {unknown} wanted
 * @param {string} what
 */
function same(found, wanted, what) {
  if (isDeepStrictEqual(found, wanted)) return;
  throw new Error(`${what}: ${JSON.stringify(found).slice(0, 1500)} and not ${JSON.stringify(wanted)}`);
}

/**
 * Returns the committed picture of a step.
 * @param {string} step
 * @param {number} width
 */
function kept(step, width) {
  const svg = readFileSync(join(root, `tests/snapshots/${step}.${width}.svg`), 'utf8');
  const label = (/<svg[^>]*aria-label="([^"]*)"/.exec(svg)?.[1] ?? '')
    .replace(/&(?:#160|nbsp);/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  return { label, marks: [...svg.matchAll(/<(?:path|circle|rect|text|line)[\s>]/g)].length };
}

/**
 * Polls until the result is good enough, and throws with the last result after the limit.
 * @template Found
 * @param {() => Promise<Found>} look
 * @param {(found: Found) => boolean} enough
 * @param {string} what
 * @param {number} [limit] in milliseconds
 * @returns {Promise<Found>}
 */
async function until(look, enough, what, limit = 15_000) {
  const deadline = performance.now() + limit;
  for (;;) {
    const found = await look();
    if (enough(found)) return found;
    if (performance.now() > deadline) throw new Error(`${what}: ${JSON.stringify(found)}`);
    await pause(100);
  }
}

/** @param {Engine} engine */
const awake = (engine) =>
  until(
    () => engine.run(() => document.documentElement.hasAttribute('data-ready')),
    (is) => is,
    'the page’s script has not begun',
  );

/** Throws if the page logged an error or if its policy blocked something. @param {Engine} engine */
async function noProblems(engine) {
  const found = await engine.run(() => {
    /** @type {unknown} */
    const kept = Reflect.get(window, 'problems');
    return kept;
  });
  same(found, [], 'no error, and nothing against the policy');
}

/** @param {Engine} engine @param {number} width @param {number} height */
async function sized(engine, width, height) {
  await engine.size(width, height);
  await until(
    () => engine.run(() => [innerWidth, innerHeight]),
    ([wide, high]) => wide === width && high === height,
    `the window should be ${width} × ${height}`,
  );
}

/**
 * Returns the position of a step on the screen and the content of its picture.
 * @param {Engine} engine
 * @param {string} step
 */
const stands = (engine, step) =>
  engine.run((id) => {
    const element = document.getElementById(id);
    const chapter = element?.closest('.chapter');
    const stage = chapter?.querySelector('.stage');
    // A step has its own picture above its words in the narrow layout; otherwise it uses the stage's.
    const picture = [
      ...(element?.querySelectorAll('.slot .picture') ?? []),
      ...(stage?.querySelectorAll('.picture') ?? []),
    ].find((one) => one.getClientRects().length > 0);
    const svg = picture?.matches('svg') ? picture : picture?.querySelector('svg');
    const seen = svg?.getBoundingClientRect();
    const held = stage?.getBoundingClientRect();
    return {
      top: element?.getBoundingClientRect().top ?? NaN,
      margin: element ? Number.parseFloat(getComputedStyle(element).scrollMarginTop) : NaN,
      bar: document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0,
      label: svg?.getAttribute('aria-label') ?? '',
      marks: svg?.querySelectorAll('path, circle, rect, text, line').length ?? 0,
      size: [seen?.width ?? 0, seen?.height ?? 0],
      stage: { top: held?.top ?? NaN, bottom: held?.bottom ?? NaN, screen: innerHeight },
      here: document.querySelector('[data-section-link][aria-current]')?.getAttribute('href') ?? '',
      hash: location.hash,
    };
  }, step);

/** @param {Engine} engine @param {string} step @param {number} width */
const active = (engine, step, width) => {
  const { label } = kept(step, width < 1000 ? 288 : 480);
  ok(label !== '', `${step} has a kept picture`);
  return until(
    () => stands(engine, step),
    (found) => found.label === label,
    `${step} should be what its picture shows, “${label.slice(0, 60)}…”`,
    6000,
  );
};

/**
 * Turns the wheel, as a reader does, until a step’s top is where a link would put it.
 * @param {Engine} engine
 * @param {string} step
 */
async function wheelTo(engine, step) {
  const far = () =>
    engine.run((id) => {
      const element = document.getElementById(id);
      if (!element) return NaN;
      return Math.round(
        element.getBoundingClientRect().top - Number.parseFloat(getComputedStyle(element).scrollMarginTop),
      );
    }, step);
  // No engine scrolls thirty screens at once, and all may scroll smoothly, so repeat for the remaining
  // distance.
  for (let turn = 0; turn < 100; turn += 1) {
    const left = await far();
    if (Math.abs(left) <= 4) return;
    await engine.scroll(Math.max(-2000, Math.min(2000, left)));
    let before = NaN;
    for (let still = 0; still < 2;) {
      await pause(50);
      const now = await engine.run(() => Math.round(scrollY));
      still = now === before ? still + 1 : 0;
      before = now;
    }
  }
  throw new Error(`the wheel does not lead to ${step}: ${await far()} px are left`);
}

/** @param {number} width @param {number} height @returns {Check[]} */
const reading = (width, height) => [
  {
    title: `the story at ${width} × ${height}: every step has its own picture with its marks, and no error`,
    scripts: true,
    async check(engine, { url }) {
      await sized(engine, width, height);
      await engine.open(url);
      await awake(engine);
      const figures = await engine.run(() =>
        [...document.querySelectorAll('.figure')].map((figure) => {
          const seen = [...figure.querySelectorAll('.picture svg, svg.picture')].filter(
            (svg) => svg.getClientRects().length > 0,
          );
          return [seen.length, seen[0]?.querySelectorAll('path, circle, rect, text, line').length ?? 0];
        }),
      );
      ok(figures.length >= 10, `ten figures at least, and there are ${figures.length}`);
      // On a phone a picture is loaded when its step is reached; beside the text all are present at once.
      if (width > 1000)
        same(
          figures.filter(([pictures, marks = 0]) => pictures !== 1 || marks <= 3),
          [],
          'every figure has one picture with marks',
        );
      const steps = await engine.run(() => [...document.querySelectorAll('[data-step]')].map(({ id }) => id));
      ok(steps.length >= 50, `fifty steps at least, and there are ${steps.length}`);
      /** @type {unknown[]} */
      const wrong = [];
      for (const step of steps) {
        await engine.run(async (id) => {
          const element = document.getElementById(id);
          const jump = () => element?.scrollIntoView({ behavior: 'instant', block: 'start' });
          jump();
          const deadline = performance.now() + 8000;
          while (!element?.closest('.chapter')?.hasAttribute('data-hydrated') && performance.now() < deadline)
            await new Promise((done) => setTimeout(done, 30));
          jump();
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }, step);
        const { label, marks } = kept(step, width < 1000 ? 288 : 480);
        const found = await active(engine, step, width).catch(() => stands(engine, step));
        const [wide = 0, high = 0] = found.size;
        const drawn = wide > 200 && high > 60 && found.marks >= marks;
        if (found.label !== label || !drawn) wrong.push([step, marks, found]);
      }
      same(wrong, [], 'every step shows its own picture');
      await noProblems(engine);
    },
  },
  {
    title: `the picture follows a wheel through three sections and back at ${width} × ${height}`,
    scripts: true,
    async check(engine, { url }) {
      await sized(engine, width, height);
      await engine.open(url);
      await awake(engine);
      // The page checks the restored scroll position before it counts the reader's scrolling.
      await pause(500);
      for (const step of [...FOLLOWED, ...FOLLOWED.toReversed()]) {
        await wheelTo(engine, step);
        const { stage } = await active(engine, step, width);
        if (width > 1000)
          ok(
            stage.top >= 0 && stage.bottom <= stage.screen,
            `at ${step} the graphic stays on the screen: ${JSON.stringify(stage)}`,
          );
        await until(
          () => stands(engine, step),
          ({ here, hash }) => here === `#${step.replace(/--.*/, '')}` && hash === `#${step}`,
          `at ${step} navigation and address say so`,
        );
      }
      await noProblems(engine);
    },
  },
  {
    title: `links to a section and to steps land there at ${width} × ${height}`,
    scripts: true,
    async check(engine, { url }) {
      await sized(engine, width, height);
      for (const id of ['threshold', 'paths', ...FOLLOWED]) {
        await engine.open(`${url}#${id}`);
        await awake(engine);
        const found = await until(
          () => stands(engine, id),
          ({ top, margin, bar }) => Math.abs(top - margin) <= 2 && top >= bar - 1,
          `a link to ${id} lands there, below the bar`,
        );
        same(found.hash, `#${id}`, 'the address stays');
        if (id.includes('--')) await active(engine, id, width);
        else {
          const head = await engine.run((section) => {
            const title = document.querySelector(`#${section} h2`)?.getBoundingClientRect();
            return title ? title.top >= 0 && title.bottom <= innerHeight && title.height > 10 : false;
          }, id);
          ok(head, `the heading of ${id} is in view`);
        }
        await noProblems(engine);
      }
    },
  },
];

/** Returns the content of a page without scripts. It must not wait, because timers do not run there. */
const written = () => {
  const seen = (/** @type {Element} */ one) => one.getClientRects().length > 0;
  for (const details of document.querySelectorAll('details')) details.open = true;
  return {
    ran: [document.documentElement.dataset['view'] ?? '', 'ready' in document.documentElement.dataset],
    steps: document.querySelectorAll('[data-step]').length,
    prose: [...document.querySelectorAll('.step .prose')].filter(seen).length,
    hidden: [...document.querySelectorAll('.chapter :is(.prose p, .chart-description, h2, .opening)')]
      .filter((one) => !seen(one) && !one.closest('[data-js-only]'))
      .map((one) => one.outerHTML.slice(0, 120)),
    words: (document.querySelector('main') ?? document.body).innerText.split(/\s+/).length,
    figures: [...document.querySelectorAll('.figure, .chart-tabs, #embed-root')].map((figure) => {
      const pictures = [...figure.querySelectorAll('svg.picture, .picture svg')].filter(seen);
      const table = figure.querySelector('table');
      return {
        pictures: pictures.length,
        marks: pictures[0]?.querySelectorAll('path, circle, rect, text, line').length ?? 0,
        rows: table && seen(table) ? table.querySelectorAll('tbody tr').length : 0,
      };
    }),
    controls: [...document.querySelectorAll('[data-view-toggle], .tabs')].filter(
      (one) => seen(one) && getComputedStyle(one).visibility !== 'hidden',
    ).length,
  };
};

/** @param {ReturnType<typeof written>} found */
function complete({ ran, hidden, figures, controls }) {
  same(ran, ['', false], 'no script of the page has run');
  same(hidden, [], 'no words are hidden');
  same(
    figures.filter(({ pictures, marks, rows }) => pictures !== 1 || marks <= 3 || rows < 1),
    [],
    'every figure has one picture with marks, and its table',
  );
  same(controls, 0, 'no control that nothing answers to');
}

/** @type {Check[]} */
const withoutScripts = [
  ...SIZES.map(([width, height]) => ({
    title: `without scripts at ${width} × ${height}: the whole text, every picture with marks, every table`,
    scripts: false,
    check: async (/** @type {Engine} */ engine, /** @type {Site} */ { url }) => {
      await sized(engine, width, height);
      await engine.open(url);
      // Waits long enough to notice changes that must not happen.
      await pause(1000);
      const found = await engine.run(written);
      complete(found);
      same(found.prose, found.steps, 'the words of every step');
      ok(found.steps >= 50 && found.words > 5000, `${found.words} words in ${found.steps} steps`);
      ok(found.figures.length >= 10, `${found.figures.length} figures`);
    },
  })),
  {
    title: 'without scripts a link to a step leads to its words',
    scripts: false,
    async check(engine, { url }) {
      await sized(engine, 390, 844);
      await engine.open(`${url}#paths--court`);
      await until(
        () => engine.run(() => document.getElementById('paths--court')?.getBoundingClientRect().top ?? NaN),
        (top) => top > 40 && top < 200,
        'the step is at the top of the screen',
      );
    },
  },
  {
    title: 'without scripts an embed and a chart’s page are picture, table and words',
    scripts: false,
    async check(engine, { url }) {
      await sized(engine, 1440, 900);
      for (const path of ['embed/money/', 'chart/paths/', 'embed/positions/']) {
        await engine.open(url + path);
        await pause(300);
        const found = await engine.run(written);
        ok(found.figures.length > 0, `${path} has a figure`);
        complete(found);
      }
    },
  },
];

/** Returns the content of the frame. */
const framed = () => {
  /** @type {unknown} */
  const problems = Reflect.get(window, 'problems');
  const svg = [...document.querySelectorAll('svg.picture, .picture svg')].find(
    (one) => one.getClientRects().length > 0,
  );
  return {
    alive: document.documentElement.hasAttribute('data-ready'),
    marks: svg?.querySelectorAll('path, circle, rect, text, line').length ?? 0,
    wide: svg?.getBoundingClientRect().width ?? 0,
    title: document.querySelector('.title, h1')?.textContent.trim() ?? '',
    tall: Math.ceil(document.getElementById('embed-root')?.getBoundingClientRect().height ?? 0),
    chapters: document.querySelectorAll('.chapter, .chart-tabs').length,
    problems,
  };
};

/**
 * Returns a page of another site with a frame, which stores the frame's messages.
 * @param {string} src
 * @param {string} [attributes]
 */
const hostOf = (src, attributes = '') => `<script>
    heard = [];
    addEventListener('message', ({ data, origin }) => heard.push({ data, origin }));
  </script>
  <h1>Somebody’s page</h1>
  <iframe ${attributes} src="${src}" title="chart" width="640" height="600"></iframe>`;

/** Returns the heights that the frame has posted. @param {Engine} engine */
const heights = (engine) =>
  engine.run(() => {
    /** @type {unknown} */
    const kept = Reflect.get(window, 'heard');
    const all = /** @type {{ data: { sentinel?: string, height?: number } | null, origin: string }[]} */ (
      kept
    );
    return all
      .filter(({ data }) => data?.sentinel === 'amp')
      .map(({ data, origin }) => ({ height: data?.height ?? 0, origin }));
  });

/** @type {Check[]} */
const embeds = [
  ...[
    { frame: '', name: 'a plain frame' },
    { frame: 'sandbox="allow-scripts"', name: 'sandbox="allow-scripts"' },
  ].map(({ frame, name }) => ({
    title: `an embed in ${name} on another origin draws, and says its height`,
    scripts: true,
    check: async (/** @type {Engine} */ engine, /** @type {Site} */ site) => {
      await sized(engine, 1440, 900);
      for (const chart of ['money', 'positions', 'dates']) {
        await engine.open(site.host(hostOf(`${site.url}embed/${chart}/`, frame)));
        const found = await until(
          () => engine.inFrame(framed),
          ({ alive, tall }) => alive && tall > 0,
          `${chart} comes to life`,
        );
        ok(found.marks > 3 && found.wide > 250, `${chart} is drawn: ${JSON.stringify(found)}`);
        same(found.problems, [], `nothing goes wrong in ${chart}`);
        const said = await until(
          () => heights(engine),
          (all) => all.length > 0,
          `${chart} says its height`,
        );
        await until(
          async () => [(await engine.inFrame(framed)).tall, (await heights(engine)).at(-1)?.height],
          ([tall, told]) => tall === told && (told ?? 0) > 200,
          `${chart} says the height that it has`,
        );
        const from = frame === '' ? new URL(site.url).origin : 'null';
        same([...new Set(said.map(({ origin }) => origin))], [from], 'the frame’s origin');
      }
    },
  })),
  {
    title: 'an embed in sandbox="" on another origin is its written picture',
    scripts: true,
    async check(engine, site) {
      await sized(engine, 1440, 900);
      for (const chart of ['money', 'positions']) {
        await engine.open(site.host(hostOf(`${site.url}embed/${chart}/`, 'sandbox=""')));
        const found = await until(
          () => engine.inFrame(framed),
          ({ marks, wide }) => marks > 3 && wide > 250,
          `${chart} is there`,
        );
        await pause(500);
        same((await engine.inFrame(framed)).alive, false, `${chart} runs no script`);
        ok(found.title.length > 10, `${chart} has its title`);
        same(await heights(engine), [], 'it says nothing');
      }
    },
  },
  {
    title: 'story, share page and chart page refuse to be framed, and nothing else keeps them from it',
    scripts: true,
    async check(engine, site) {
      await sized(engine, 1440, 900);
      for (const path of ['', 's/threshold/', 'chart/money/']) {
        const inside = () =>
          engine.inFrame(framed).then(
            ({ chapters, marks }) => chapters + marks,
            () => 0,
          );
        await engine.open(site.host(hostOf(site.plain + path)));
        await until(inside, (all) => all > 0, `without headers ${path || 'the story'} can be framed`);
        await engine.open(site.host(hostOf(site.url + path)));
        await pause(1000);
        same(await inside(), 0, `${path || 'the story'} is not shown in a frame`);
      }
    },
  },
];

/**
 * A first visit by link on a slow connection: style sheets and fonts arrive late, and the page must not
 * scroll away from the target.
 * @param {boolean} scripts
 * @returns {Check}
 */
const firstVisit = (scripts) => ({
  title: `a first visit on a slow line, by a link to a step, lands there and stays${scripts ? '' : ', without scripts'}`,
  scripts,
  async check(engine, site) {
    /** @type {unknown[]} */
    const wrong = [];
    for (const [width, height] of SIZES) {
      await sized(engine, width, height);
      for (const id of ['paths--court', 'positions--silence']) {
        await engine.open(`${await site.slow()}#${id}`);
        if (scripts) await awake(engine);
        // Waits for late layout shifts, and for the address that follows the reader.
        await pause(3000);
        const found = await engine.run((step) => {
          const element = document.getElementById(step);
          return {
            top: Math.round(element?.getBoundingClientRect().top ?? NaN),
            bar: document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0,
            half: innerHeight / 2,
            hash: location.hash,
          };
        }, id);
        if (!(found.top >= found.bar && found.top < found.half) || found.hash !== `#${id}`)
          wrong.push([id, width, found]);
      }
    }
    same(wrong, [], 'every step is at the top of the screen, not under the bar, and in the address');
  },
});

/** @type {Check[]} */
const sides = SIZES.map(([width, height]) => ({
  title: `nothing runs off the side at ${width} × ${height}, on any kind of page`,
  scripts: true,
  check: async (/** @type {Engine} */ engine, /** @type {Site} */ { url }) => {
    await sized(engine, width, height);
    /** @type {unknown[]} */
    const wrong = [];
    for (const path of [
      '',
      's/threshold/',
      'chart/money/',
      'claims/',
      'sources/',
      'text/',
      'charts/',
      'embed/money/',
    ]) {
      await engine.open(url + path);
      await awake(engine);
      const found = await engine.run(() => {
        const wide = document.documentElement.clientWidth;
        const off = [...document.querySelectorAll('body *')].filter((one) => {
          if (one.getBoundingClientRect().right <= wide + 1 || one.getClientRects().length === 0)
            return false;
          for (let above = one.parentElement; above && above !== document.body; above = above.parentElement)
            if (getComputedStyle(above).overflowX !== 'visible') return false;
          return true;
        });
        return {
          wide,
          content: document.documentElement.scrollWidth,
          off: off.slice(0, 2).map((one) => one.outerHTML.slice(0, 60)),
        };
      });
      if (found.content > found.wide) wrong.push([path || 'the story', found]);
    }
    same(wrong, [], 'nothing is wider than its page');
  },
}));

/** @type {Check[]} */
const pages = [
  {
    title: 'share, chart, record and embed pages open, with no error and nothing against their policy',
    scripts: true,
    async check(engine, { url }) {
      for (const [width, height] of SIZES) {
        await sized(engine, width, height);
        for (const path of [
          's/threshold/',
          's/paths/',
          'chart/money/',
          'chart/paths/',
          'claims/',
          'embed/money/',
        ]) {
          await engine.open(url + path);
          await awake(engine);
          await pause(200);
          const found = await engine.run(() => ({
            title: document.querySelector('h1')?.textContent.trim() ?? '',
            pictures: [...document.querySelectorAll('svg.picture, .picture svg')].filter(
              (svg) =>
                svg.getClientRects().length > 0 &&
                svg.querySelectorAll('path, circle, rect, text, line').length > 3,
            ).length,
          }));
          ok(found.title.length > 3, `${path} has a heading`);
          if (path !== 'claims/') ok(found.pictures > 0, `${path} shows a picture`);
          await noProblems(engine);
        }
      }
    },
  },
  {
    title: 'a chart’s page turns to its next picture and back, and its address says which',
    scripts: true,
    async check(engine, { url }) {
      await sized(engine, 1440, 900);
      await engine.open(`${url}chart/money/`);
      await awake(engine);
      const look = () =>
        engine.run(() => ({
          title: document.querySelector('.chart-tabs .title')?.textContent.trim() ?? '',
          search: location.search,
        }));
      /** @param {string} name */
      const press = (name) =>
        engine.run((text) => {
          const all = [...document.querySelectorAll('.chart-tabs button')];
          const button = all.find((one) => one.textContent.trim() === text);
          if (!(button instanceof HTMLElement)) throw new Error(`no button ${text}`);
          button.click();
        }, name);
      const before = await look();
      same(before.search, '', 'the address has no step');
      await press('Next');
      await until(
        look,
        ({ title, search }) => title !== before.title && search.startsWith('?step=threshold--'),
        'the next picture',
      );
      await press('Earlier');
      await until(look, (found) => JSON.stringify(found) === JSON.stringify(before), 'back again');
      await noProblems(engine);
    },
  },
];

/** All checks, grouped by script setting, because the engine starts once for each setting. @type {Check[]} */
export const checks = [
  firstVisit(true),
  ...SIZES.flatMap(([width, height]) => reading(width, height)),
  ...sides,
  ...embeds,
  ...pages,
  firstVisit(false),
  ...withoutScripts,
];
