// How a place of the site is cited, in three forms. Pure: the day of access is given, never read from a clock.

/** What is cited. */
export interface Cited {
  title: string;
  /** Absolute address, with its state. */
  url: string;
  /** Day of the last update of the site: `YYYY-MM-DD`. */
  version: string;
  /** Day of access; absent where a file is cited that says of itself what it is. */
  accessed?: string;
}

const AUTHOR = 'Who could say no?';

/** A key that BibTeX can take: letters and digits of the address. */
const keyOf = ({ url, version }: Cited): string =>
  `wcsn-${version.slice(0, 4)}-${
    // Without its scheme and its host.
    url
      .split('/')
      .slice(3)
      .join('/')
      .replace(/[^a-z0-9]+/gi, '-')
      .replace(/^-|-$/g, '') || 'story'
  }`;

/** Characters that mean something to BibTeX are escaped. */
const tex = (text: string): string => text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, '\\$&');

/** A citation as plain text, BibTeX and RIS, all with address, version and day of access. */
export function citationsOf(cited: Cited): { plain: string; bibtex: string; ris: string } {
  const { title, url, version, accessed } = cited;
  const year = version.slice(0, 4);
  return {
    plain: `${AUTHOR} (${year}). ${title}${/[.?!]$/.test(title) ? '' : '.'} Version of ${version}. ${url}${accessed === undefined ? '' : ` (accessed ${accessed})`}.`,
    bibtex: [
      `@misc{${keyOf(cited)},`,
      `  author = {{${tex(AUTHOR)}}},`,
      `  title = {${tex(title)}},`,
      `  year = {${year}},`,
      `  version = {${version}},`,
      `  url = {${url}}${accessed === undefined ? '' : ','}`,
      ...(accessed === undefined ? [] : [`  urldate = {${accessed}}`]),
      '}',
    ].join('\n'),
    ris: [
      'TY  - ELEC',
      `AU  - ${AUTHOR}`,
      `TI  - ${title.replace(/[\r\n]+/g, ' ')}`,
      `PY  - ${year}`,
      `ET  - ${version}`,
      `UR  - ${url}`,
      ...(accessed === undefined ? [] : [`Y2  - ${accessed.replaceAll('-', '/')}`]),
      'ER  - ',
    ].join('\r\n'),
  };
}
