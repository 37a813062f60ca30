/** Every rule of the dataset, by number. Messages print it as `DATA-nnn`. */
export const rules = {
  // Form
  '001': 'Every file of the record is there and is not empty.',
  '002': 'A file is plain UTF-8: no byte-order mark, no NUL, no broken sequence.',
  '003': 'A file is JSON.',
  '004': 'No key stands twice in one object.',
  '005': 'No key is `__proto__`, `constructor` or `prototype`.',
  '006': 'A number can be held exactly: no infinity, no whole number beyond 2^53.',
  '007': 'A row has no unknown field.',
  '008': 'A row has every field; empty is `null` or `[]`.',
  '009': 'A field has its type and, where it has a list of values, one of them.',
  // Identity
  '010': 'An id is 2–60 small letters and digits, joined by single hyphens.',
  '011': 'An id is used once over all files.',
  '012': 'A source that is named exists.',
  '013': 'A source is used by at least one row.',
  '014': 'A row or point that is named exists and is of the right kind.',
  '015': 'No row is a part of itself, overlaps itself, or counts as a row that counts as another.',
  '016': 'An overlap is written in both rows.',
  '017': 'A part overlaps its whole.',
  '018': 'A list names nothing twice.',
  '019':
    'An id begins with its family: `q-`, `fig-`, `cmp-`, `term-`, `pf-`, `poll-`, `notice-`, `case-`, or the id of what it stands in.',
  // Numbers
  '020': 'Money is in whole pounds and not negative.',
  '021': 'The sum in `amountText` is the sum in the figures.',
  '022': 'A range has both ends, in order, around its sum.',
  '023': '`qualifier`, `basis` and `state` fit the sum; a row is `unknown` exactly where it has none.',
  '024': 'A part is not larger than its whole.',
  '025': 'The parts of a declared split add up to the whole, within the declared tolerance.',
  '026': 'A yearly sum stands beside a whole sum and is not larger.',
  '027': 'A yearly sum is the whole sum over its period in years, within half a per cent.',
  '028': 'A comparison has two sums on its basis, neither only claimed, that do not overlap; it stands once.',
  '029': 'A figure’s words stand in its fact’s text, and say its value.',
  // Time
  '030': 'A date is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.',
  '031': 'A date exists in the calendar.',
  '032': 'A precision is the length of its date; both are there or neither.',
  '033': 'An end is not before its start.',
  '034': 'Events stand in order of their dates.',
  '035': 'Nothing happened, was said or became known after the record’s cut-off.',
  '036': 'An event is not known before it happens.',
  '037': 'No source, and no cut-off, is later than the day the record was compiled.',
  '038':
    'Updates begin with the publication and stand in order of their days, none before the record was compiled; a correction says what stood before.',
  '039': 'A time of day is `HH:MM`.',
  // Evidence
  '040': 'A statement, an answer, a verdict that decides and an open question name at least one source.',
  '041': '`official` rests on an official source that was itself read.',
  '042': '`reported` rests on two independent outlets: news, trade or academic.',
  '043': '`unconfirmed` is the label of what only the early article says, and of nothing else.',
  '044': 'The early article never shares a row with other sources, and proves no claim and no term.',
  '045': '`contested` has two sources and a note that says how they conflict.',
  '046': 'A label is one of official, reported, single, contested, unconfirmed.',
  '047': 'Stance, basis, bloc and label go together; a stance is dated or a note says why it is not.',
  '048': 'An argument and its answer are somebody’s, and City Hall’s code fits who makes the argument.',
  '049': 'A quotation’s source is among its row’s sources.',
  // Addresses
  '050': 'An address is a whole https address.',
  '051': 'An address carries no credentials and no port.',
  '052': 'An address carries no tracking parameters.',
  '053': 'An address belongs to one source.',
  '054': 'An address is the publisher’s own: no archive, no shortener, no cache.',
  // Text
  '060': 'A text is not blank.',
  '061': 'A text has no markup.',
  '062': 'A text has no control, invisible or direction-changing characters.',
  '063': 'A text is no placeholder.',
  '064': 'A heading keeps to 90 characters, a short label to its limit.',
  '065': 'A short label has no figures and no word that the record rules out.',
  '066': 'A short label is used once in its file.',
  '067': '“Illustrative” is a word for models; it never stands in the record.',
  '068': 'A text has no stray spaces and is in composed form (NFC).',
  '069': 'A question ends with a question mark.',
  // Tables: forces, polls, notices, cases
  '070':
    'A territorial force has a nation, a region and a tile that no other has; a special force has none of them.',
  '071': 'A force’s code is one to three letters and is used once.',
  '072':
    'A status says something exactly where something is known, and has a label exactly where something was found.',
  '073': 'Shares of a poll lie between 0 and 100, and together come to at most 101.',
  '074':
    'A notice has the day of its source, which is official, and its number stands in the source’s address.',
  '075':
    'A case has steps; each names a sum or an event, a ceiling overlaps its sum, and dates do not go back.',
  '076': 'A step is `free` exactly where its sum is £0, and `nominal` exactly where it is £1.',
} as const;

/** Number of a rule, as in `DATA-012`. */
export type Rule = keyof typeof rules;

/** A location: a file of `data/` and a JSON pointer into it (empty for the whole file). */
export interface Place {
  file: string;
  pointer: string;
}

/** One problem. The texts are phrases without a full stop. */
export interface Problem extends Place {
  rule: Rule;
  what: string;
  expected: string;
  got: string;
  fix: string;
}

export function problem(
  rule: Rule,
  { file, pointer }: Place,
  words: Pick<Problem, 'what' | 'expected' | 'got' | 'fix'>,
): Problem {
  return { rule, file, pointer, ...words };
}

/** Returns the place of a value inside a row, by its keys. */
export function at({ file, pointer }: Place, ...keys: (string | number)[]): Place {
  return { file, pointer: pointer + keys.map((key) => `/${escapeKey(String(key))}`).join('') };
}

/** Escapes a key for a JSON pointer (RFC 6901). */
export const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Formats a value for a message: JSON on one line, at most 80 characters, invisible characters escaped. */
export function show(value: unknown): string {
  const json = value === undefined ? 'nothing' : JSON.stringify(value);
  const short = json.length > 80 ? `${json.slice(0, 79)}…` : json;
  return short.replace(
    /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** Formats a problem on one line: `DATA-nnn file.json#/pointer: what is wrong. Expected … Got …. Fix: …` */
export function formatProblem({ rule, file, pointer, what, expected, got, fix }: Problem): string {
  return `DATA-${rule} ${file}#${pointer || '/'}: ${what}. Expected ${expected}. Got ${got}. Fix: ${fix}.`;
}
