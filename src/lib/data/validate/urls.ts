import { at, problem, show, type Problem } from './problem.ts';
import type { Reading } from './load-files.ts';

/** Tracking parameters, which do not identify a page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs\w+|cmpid|ref_src|spm)$/i;

/** Hosts that copy other publishers' pages, or hide the target of a link. */
const NOT_THE_PUBLISHER =
  /(?:^|\.)(?:archive\.(?:org|ph|is|today|li|fo|vn|md)|webcache\.googleusercontent\.com|ampproject\.org|bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|buff\.ly|lnkd\.in)$/i;

/** Checks source addresses: rules 050 to 054. A source may have no address. */
export function* addresses({ sources }: Reading): Generator<Problem> {
  const seen = new Map<string, string>();
  for (const source of sources) {
    const { id, url } = source.row;
    if (url === null) continue;
    const wrong = (
      rule: '050' | '051' | '052' | '053' | '054',
      what: string,
      expected: string,
      fix: string,
    ) => problem(rule, at(source, 'url'), { what, expected, got: show(url), fix });

    if (!/^https:\/\/[^\s/]/.test(url) || /[^\x21-\x7e]/.test(url) || !URL.canParse(url)) {
      yield wrong(
        '050',
        'the address is not a whole https address',
        'https://host/path in plain ASCII',
        'copy it anew',
      );
      continue;
    }
    const { searchParams, hostname, pathname, search } = new URL(url);
    // Tests the raw text, because a parser drops empty credentials and default ports.
    if (/^https:\/\/[^/]*(?:@|:\d)/.test(url)) {
      yield wrong('051', 'the address carries credentials or a port', 'neither', 'take them out');
    }
    if ([...searchParams.keys()].some((key) => TRACKING.test(key))) {
      yield wrong('052', 'the address carries tracking parameters', 'none', 'take them out');
    }
    if (NOT_THE_PUBLISHER.test(hostname)) {
      yield wrong(
        '054',
        'the address is a copy or a detour',
        'the publisher’s own address, or null',
        'give the publisher’s own',
      );
    }
    const page = hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '') + search;
    const first = seen.get(page);
    if (first !== undefined) {
      yield wrong(
        '053',
        `the address is also that of ${first}`,
        'one address, one source',
        'merge the two sources',
      );
    }
    seen.set(page, first ?? id);
  }
}
