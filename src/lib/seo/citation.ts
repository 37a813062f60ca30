// Formats citations of a part of the site in three forms. Pure: the access date is passed in, never read from
// a clock.

/** The cited part. */
export interface Cited {
  title: string;
  /** Absolute address, including its state. */
  url: string;
  /** Date of the last update of the site: `YYYY-MM-DD`. */
  version: string;
  /** Access date; absent for a cited file, which identifies itself. */
  accessed?: string;
}

const AUTHOR = 'Who could say no?';

/** Returns a valid BibTeX key: letters and digits of the address. */
const keyOf = ({ url, version }: Cited): string =>
  `wcsn-${version.slice(0, 4)}-${
    // Drops the scheme and the host.
    url
      .split('/')
      .slice(3)
      .join('/')
      .replace(/[^a-z0-9]+/gi, '-')
      .replace(/^-|-$/g, '') || 'story'
  }`;

/** Escapes special characters of BibTeX. */
const tex = (text: string): string => text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, '\\$&');

/** Returns a citation as plain text, BibTeX and RIS, each with address, version and access date. */
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
