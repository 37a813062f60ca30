import type { Page } from '@playwright/test';
import { findings } from './axe.ts';

/**
 * The accessibility checks of every page. Each function returns the elements that break its rule, as text.
 * The planted defects of tests/a11y/known-bad-page.ts run through the same functions, to prove that they can
 * fail.
 */
export type Check = (page: Page) => Promise<string[]>;

/**
 * Returns text with too little contrast: axe's findings in HTML, and text in SVG, which axe cannot judge. For
 * SVG the colour is computed as painted, through every opacity above it and on the paper below.
 */
export async function paleText(page: Page): Promise<string[]> {
  const inHtml = (await findings(page)).filter((one) => one.startsWith('color-contrast'));
  const inPictures = await page.evaluate(() => {
    type Colour = [r: number, g: number, b: number, alpha: number];
    const colourOf = (text: string): Colour => {
      const [r = 0, g = 0, b = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, alpha];
    };
    const luminance = (colour: readonly number[]): number => {
      const [r = 0, g = 0, b = 0] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const around = (element: Element): Element[] => {
      const all: Element[] = [];
      for (let one: Element | null = element; one; one = one.parentElement) all.push(one);
      return all;
    };
    return [...document.querySelectorAll('svg text')]
      .filter((text) => text.checkVisibility({ visibilityProperty: true }))
      .flatMap((text) => {
        const above = around(text);
        const papers = above.map((one) => colourOf(getComputedStyle(one).backgroundColor));
        const paper = papers.find(([, , , alpha]) => alpha === 1) ?? [255, 255, 255, 1];
        const ink = colourOf(getComputedStyle(text).fill);
        const share = above.reduce((all, one) => all * Number(getComputedStyle(one).opacity), ink[3]);
        // Nearly transparent text need not be legible.
        if (share < 0.02) return [];
        const painted = ink.slice(0, 3).map((part, at) => part * share + (paper[at] ?? 0) * (1 - share));
        const [dim = 0, bright = 0] = [luminance(painted), luminance(paper.slice(0, 3))].sort(
          (a, b) => a - b,
        );
        const contrast = (bright + 0.05) / (dim + 0.05);
        return contrast < 4.5 ? [`${contrast.toFixed(2)}: 1 ${text.outerHTML.slice(0, 200)}`] : [];
      });
  });
  return [...inHtml, ...inPictures];
}

/**
 * Returns shapes of a picture with too little contrast: less than 3 : 1 in both fill and stroke, as painted.
 * It skips guide lines (`--rule`), which mean nothing by themselves, paper, which covers marks, and the
 * inside of the tape, which has darker edges.
 */
export const paleShapes: Check = (page) =>
  page.evaluate(() => {
    const colourOf = (text: string): number[] => (text.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: readonly number[]): number => {
      const [r = 0, g = 0, b = 0] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return [...document.querySelectorAll('svg[role="img"] :is(path, rect, circle, line)')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => {
        const named = [one, one.parentElement].map(
          (at) => `${at?.getAttribute('fill') ?? ''} ${at?.getAttribute('stroke') ?? ''}`,
        );
        return !/--(rule|paper|sheet)\)|--tape\)$/.test((named[0] ?? '').trim() || (named[1] ?? ''));
      })
      .flatMap((one) => {
        const style = getComputedStyle(one);
        let [share, paper] = [1, [255, 255, 255]];
        for (let at: Element | null = one; at; at = at.parentElement)
          share *= Number(getComputedStyle(at).opacity);
        for (let at: Element | null = one; at; at = at.parentElement) {
          const [r = 0, g = 0, b = 0, alpha = 1] = colourOf(getComputedStyle(at).backgroundColor);
          if (alpha < 1) continue;
          paper = [r, g, b];
          break;
        }
        // Nearly transparent shapes need not be visible.
        if (share < 0.05) return [];
        const contrast = (paint: string, opacity: string): number => {
          if (paint === 'none') return 1;
          const [r = 0, g = 0, b = 0, alpha = 1] = colourOf(paint);
          const on = share * alpha * Number(opacity);
          const painted = [r, g, b].map((part, at) => part * on + (paper[at] ?? 0) * (1 - on));
          const [dim = 0, bright = 0] = [luminance(painted), luminance(paper)].sort((a, b) => a - b);
          return (bright + 0.05) / (dim + 0.05);
        };
        const best = Math.max(
          contrast(style.fill, style.fillOpacity),
          contrast(style.stroke, style.strokeOpacity),
        );
        return best < 3 ? [`${best.toFixed(2)}: 1 ${one.outerHTML.slice(0, 160)}`] : [];
      });
  });

/**
 * Returns targets smaller than 24 px, by hit area and not by drawing. As in WCAG, a link inside a line of
 * text may be as low as the line, and a link that stands alone may count the space around it: 24 px that no
 * other target overlaps. Any other control must be large enough itself.
 */
export const smallTargets: Check = (page) =>
  page.evaluate(() => {
    const inLine = (one: Element): boolean =>
      getComputedStyle(one).display === 'inline' &&
      (one.parentElement?.textContent.trim().length ?? 0) > one.textContent.trim().length;
    const targets = [
      ...document.querySelectorAll('a[href], button, input, select, summary, [role="button"], [role="link"]'),
    ]
      .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      // The link shows only when focused, and in another form; the label of a checkbox or radio button is
      // also its target.
      .filter((one) => getComputedStyle(one).clipPath === 'none' && !one.closest('label'));
    const place = scrollY;
    // Page coordinates stay valid after scrolling.
    const boxes = targets.map((one) => {
      const { left, top, width, height } = one.getClientRects()[0] ?? one.getBoundingClientRect();
      return { left, top: top + place, width, height };
    });
    const small = targets.filter((one, at) => {
      const { width, height } = one.getBoundingClientRect();
      const box = boxes[at];
      if (Math.min(width, height) >= 24 || width === 0 || !box) return false;
      if (one.tagName === 'A') {
        if (inLine(one)) return false;
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const near = boxes.some((other, index) => {
          if (index === at) return false;
          const dx = Math.max(other.left - x, 0, x - other.left - other.width);
          const dy = Math.max(other.top - y, 0, y - other.top - other.height);
          return Math.hypot(dx, dy) < 12;
        });
        return near;
      }
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const first = one.getClientRects()[0] ?? one.getBoundingClientRect();
      const [x, y] = [first.left + first.width / 2, first.top + first.height / 2];
      const edges = [
        [x - 11.5, y],
        [x + 11.5, y],
        [x, y - 11.5],
        [x, y + 11.5],
      ] as const;
      return !edges.every(([left, top]) => {
        const hit = document.elementFromPoint(left, top);
        return hit !== null && one.contains(hit);
      });
    });
    scrollTo({ top: place, behavior: 'instant' });
    return small.map((one) => one.outerHTML.slice(0, 160));
  });

/** Returns pictures that have no text alternative and are not hidden from screen readers. */
export const unnamedPictures: Check = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('svg, img, canvas')]
      .filter((one) => one.getClientRects().length > 0 && !one.closest('[aria-hidden="true"]'))
      .filter((one) => !one.parentElement?.closest('svg[role="img"]'))
      .filter((one) => {
        if (one.tagName === 'IMG') return !one.hasAttribute('alt');
        const by = one.getAttribute('aria-labelledby');
        const name =
          one.getAttribute('aria-label') ??
          (by === null ? '' : (document.getElementById(by)?.textContent ?? ''));
        return one.getAttribute('role') !== 'img' || name.trim() === '';
      })
      .map((one) => one.outerHTML.slice(0, 160)),
  );

/**
 * Returns rows of a download that no table of the page has; `more`: addresses of further files to compare.
 */
export const missingRows = (page: Page, more: readonly string[] = []): Promise<string[]> =>
  page.evaluate(async (files) => {
    const rowsOf = (text: string): string[][] =>
      text
        .trim()
        .split(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map((line) =>
          [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
            (quoted?.replaceAll('""', '"') ?? bare ?? '').trim(),
          ),
        );
    const shown = new Set(
      [...document.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()).join('\t'),
      ),
    );
    const links = [...document.querySelectorAll('a[data-visible-csv]')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    const missing: string[] = [];
    for (const file of [...links, ...files]) {
      const [head = [], ...rows] = rowsOf(await (await fetch(file)).text());
      for (const row of rows) {
        // The CSV escapes the first character of a formula, and its columns after the fact's id are not in
        // the table.
        const cells = row.slice(0, head.indexOf('fact_id')).map((cell) => cell.replace(/^'(?=[=+@-])/, ''));
        if (!shown.has(cells.join('\t'))) missing.push(`${file.slice(0, 60)}: ${cells.join(' | ')}`);
      }
    }
    return missing;
  }, more);

interface Walk {
  /** Whether the walk left the page at its end. */
  out: boolean;
  /** Controls that the walk never reached. */
  unreached: string[];
  /** Stops whose start was covered by another element. */
  covered: string[];
  /** Stops without a focus ring of at least two pixels. */
  bare: string[];
}

/** Walks a page by the Tab key from its top, with every `details` open, until the focus leaves the page. */
async function walk(page: Page): Promise<Walk> {
  const controls = await page.evaluate(() => {
    scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const details of document.querySelectorAll('details')) details.open = true;
    // An open dialog makes the rest of the page inert.
    const root = document.querySelector(':modal') ?? document;
    const all = [
      ...root.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, iframe, [tabindex="0"]',
      ),
    ].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true }) &&
        one.closest('[inert], [popover]') === null &&
        !one.matches(':disabled, [tabindex="-1"]') &&
        // Only the chosen radio button of a group is a tab stop.
        !(
          one instanceof HTMLInputElement &&
          one.type === 'radio' &&
          !one.checked &&
          document.querySelector(`input[name="${one.name}"]:checked`)
        ),
    );
    // Start at the top, even if the page was focused elsewhere before.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    for (const [at, one] of all.entries()) one.dataset['stop'] = String(at);
    return all.map((one) => one.outerHTML.slice(0, 140));
  });
  const reached = new Set<number>();
  const covered: string[] = [];
  const bare: string[] = [];
  let laps = 0;
  // A dialog sets the focus in its middle, so a second lap is allowed. An embed inside a page has its own
  // stops.
  for (let press = 0; press < controls.length + 60 && laps < 2; press += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const focus = document.activeElement;
      if (!focus || focus === document.body || focus === document.documentElement) return null;
      const box = focus.getBoundingClientRect();
      // A link may wrap over two lines; its outline starts at its first box.
      const first = focus.getClientRects()[0] ?? box;
      const [x, y] = [first.left + Math.min(first.width / 2, 20), first.top + Math.min(first.height / 2, 20)];
      // An element taller than the screen starts above it; then test the middle of its visible part.
      const middle = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
      const top = document.elementFromPoint(
        Math.min(Math.max(x, 1), innerWidth - 1),
        box.height > innerHeight * 0.8 ? middle : y,
      );
      const seen =
        top !== null && (focus.contains(top) || top.contains(focus) || focus.closest('label') === top);
      const stop = focus instanceof HTMLElement ? focus.dataset['stop'] : undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(focus);
      // Inside a frame, the focused element of the frame has the ring.
      const ring =
        focus.tagName === 'IFRAME' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2);
      return { stop, seen, ring, what: `${focus.outerHTML.slice(0, 140)} at ${Math.round(y)}` };
    });
    if (at === null) {
      if (reached.size > 0) laps += 1;
      if (reached.size === controls.length) break;
      continue;
    }
    if (at.stop !== undefined) reached.add(Number(at.stop));
    if (!at.seen) covered.push(at.what);
    if (!at.ring) bare.push(at.what);
  }
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('[data-stop]')) delete one.dataset['stop'];
  });
  return {
    out: laps > 0,
    unreached: controls.filter((_, at) => !reached.has(at)),
    covered: [...new Set(covered)],
    bare: [...new Set(bare)],
  };
}

/** Returns tab stops that are covered when they have the focus. */
export const coveredFocus: Check = async (page) => (await walk(page)).covered;

/** Returns controls that the Tab key does not reach or cannot leave. */
export const keyboardTraps: Check = async (page) => {
  const { out, unreached } = await walk(page);
  return [...(out ? [] : ['the Tab key does not lead out of the page']), ...unreached];
};

/** Runs all keyboard checks and the focus ring check in one walk, because walking a long page is slow. */
export const keyboardFaults: Check = async (page) => {
  const { out, unreached, covered, bare } = await walk(page);
  return [
    ...(out ? [] : ['the Tab key does not lead out of the page']),
    ...unreached.map((one) => `unreached: ${one}`),
    ...covered.map((one) => `covered: ${one}`),
    ...bare.map((one) => `no ring: ${one}`),
  ];
};

/** Returns text smaller than 14 px as painted; a picture may be scaled. */
export const smallText: Check = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) =>
        [...one.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== ''),
      )
      .filter((one) => !['SCRIPT', 'STYLE', 'OPTION', 'TITLE'].includes(one.tagName))
      .filter((one) => {
        const size = Number.parseFloat(getComputedStyle(one).fontSize);
        const scale = one instanceof SVGGraphicsElement ? (one.getScreenCTM()?.a ?? 1) : 1;
        return size * scale < 13.99;
      })
      .map((one) => one.outerHTML.slice(0, 160)),
  );

/** Starts to record announcements: every later change in a live region. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const LIVE =
      ':is([aria-live], [role="status"], [role="alert"], [role="log"], output):not([aria-live="off"])';
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(LIVE);
        if (region) said.push(region.textContent.trim());
        // An alert is announced when it is inserted.
        for (const node of addedNodes)
          if (
            node instanceof Element &&
            (node.matches('[role="alert"]') || node.querySelector('[role="alert"]'))
          )
            said.push(node.textContent.trim());
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'said') as string[]);
}

/** Returns announcements caused by scrolling; a screen reader moves a cursor and need not hear of it. */
export async function spokenByScrolling(page: Page): Promise<string[]> {
  const said = await listen(page);
  await page.evaluate(async () => {
    scrollTo({ top: 0, behavior: 'instant' });
    const step = innerHeight * 0.7;
    for (let top = 0; top < document.documentElement.scrollHeight + step; top += step) {
      scrollTo({ top, behavior: 'instant' });
      // A headless browser sometimes skips a frame, so never wait for one without a limit.
      await new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
        setTimeout(done, 500);
      });
    }
    scrollTo({ top: 0, behavior: 'instant' });
    // Work that is delayed until the reader rests runs now.
    await new Promise((done) => setTimeout(done, 400));
  });
  return said();
}

/**
 * Returns endless motion: animations that repeat or last over two seconds, videos, and pages that never rest.
 */
export const loops: Check = (page) =>
  page.evaluate(async () => {
    const named = (one: Element | null | undefined): string => one?.outerHTML.slice(0, 120) ?? '';
    const moving = document.getAnimations().flatMap(({ effect }) => {
      const { iterations = 1, endTime = 0 } = effect?.getComputedTiming() ?? {};
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return iterations > 1 || Number(endTime) > 2000 ? [`animated: ${named(target)}`] : [];
    });
    const films = [
      ...document.querySelectorAll('video[autoplay], audio[autoplay], marquee, animate, animateTransform'),
    ].map((one) => `plays: ${named(one)}`);
    const restless = new Set<string>();
    const watcher = new MutationObserver((changes) => {
      for (const { target } of changes)
        restless.add(`changes: ${named(target instanceof Element ? target : target.parentElement)}`);
    });
    // A page that was just opened or scrolled may still be moving.
    await new Promise((done) => setTimeout(done, 500));
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    await new Promise((done) => setTimeout(done, 600));
    watcher.disconnect();
    return [...moving, ...films, ...restless];
  });

/**
 * Returns legend entries that differ by colour alone: a small shape right before its label, with the same
 * outline, fill and dashes as another but a different colour.
 */
export const colourOnlyKeys: Check = (page) =>
  page.evaluate(() => {
    const MOST = 26;
    const SHAPES = 'path, rect, circle, ellipse, line, polygon, polyline, use';
    interface Entry {
      word: string;
      shape: string;
      colour: string;
    }
    const shown = (one: Element): boolean => one.checkVisibility({ visibilityProperty: true });
    const entryOf = (word: string, shapes: readonly Element[]): Entry => {
      const boxes = shapes.map((one) => one.getBoundingClientRect());
      const [left, top] = [
        Math.min(...boxes.map((box) => box.left)),
        Math.min(...boxes.map((box) => box.top)),
      ];
      const looks = shapes.map((one, at) => {
        const style = getComputedStyle(one);
        const box = boxes[at] ?? one.getBoundingClientRect();
        const size = [box.left - left, box.top - top, box.width, box.height].map((value) =>
          Math.round(value),
        );
        const filled =
          style.fill === 'none' ? 'hollow' : style.fill.startsWith('url') ? style.fill : 'filled';
        const line =
          style.stroke === 'none' ? 'no line' : `${style.strokeWidth} ${style.strokeDasharray}`.trim();
        return {
          shape: [
            one.tagName,
            one.getAttribute('href') ?? one.getAttribute('d') ?? '',
            size,
            filled,
            line,
          ].join(' '),
          colour: `${style.fill} ${style.stroke}`,
        };
      });
      return {
        word,
        shape: looks.map(({ shape }) => shape).join('; '),
        colour: looks.map(({ colour }) => colour).join('; '),
      };
    };
    const inPicture = (svg: Element): Entry[] => {
      const shapes = [...svg.querySelectorAll(SHAPES)].filter(shown).filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return Math.max(width, height) <= MOST;
      });
      return [...svg.querySelectorAll('text')].filter(shown).flatMap((text) => {
        const word = text.getBoundingClientRect();
        const before = shapes.filter((one) => {
          const box = one.getBoundingClientRect();
          const gap = word.left - box.right;
          const middle = (box.top + box.bottom) / 2;
          return gap > -2 && gap < 16 && middle > word.top && middle < word.bottom;
        });
        return before.length === 0 ? [] : [entryOf(text.textContent.trim(), before)];
      });
    };
    const inHtml = [...document.querySelectorAll('svg')]
      .filter((svg) => shown(svg) && svg.getBoundingClientRect().width <= MOST)
      .map((svg) => ({ list: svg.parentElement?.parentElement ?? document.body, svg }));
    const lists = [...new Set(inHtml.map(({ list }) => list))].map((list) =>
      inHtml
        .filter((one) => one.list === list)
        .map(({ svg }) =>
          entryOf(svg.parentElement?.textContent.trim() ?? '', [...svg.querySelectorAll(SHAPES)]),
        ),
    );
    const keys = [
      ...[...document.querySelectorAll('svg[role="img"]')].filter(shown).map(inPicture),
      ...lists,
    ];
    return keys.flatMap((entries) =>
      entries.flatMap((one, at) =>
        entries
          .slice(at + 1)
          .filter(
            (other) => one.word !== other.word && one.shape === other.shape && one.colour !== other.colour,
          )
          .map((other) => `${one.word} and ${other.word}: ${one.shape}`),
      ),
    );
  });

/** All checks by name, in the order of the planted defects. */
export const CHECKS = {
  paleText,
  smallTargets,
  unnamedPictures,
  missingRows: (page: Page) => missingRows(page),
  coveredFocus,
  smallText,
  keyboardTraps,
  spokenByScrolling,
  loops,
  colourOnlyKeys,
} as const satisfies Readonly<Record<string, Check>>;
export type CheckName = keyof typeof CHECKS;

/** Returns the findings of all checks on a page, with their names; `keys`: whether to walk it by Tab too. */
export async function allFaults(page: Page, { keys = true } = {}): Promise<string[]> {
  // One walk answers both keyboard checks.
  const asked: [string, Check][] = Object.entries<Check>(CHECKS).filter(
    ([name]) => !['coveredFocus', 'keyboardTraps'].includes(name),
  );
  if (keys) asked.push(['keyboardFaults', keyboardFaults]);
  const found: string[] = [];
  for (const [name, check] of asked) found.push(...(await check(page)).map((one) => `${name}: ${one}`));
  return found;
}
