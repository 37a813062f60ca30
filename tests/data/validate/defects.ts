/** One row of a file, as parsed and not yet known to be anything. */
export type Loose = Record<string, unknown>;

/** Where a defect was planted, and which rules may tell of it. */
export interface Planted {
  /** What the problem's pointer begins with. */
  pointer: string;
  rules: readonly string[];
}

/** A way of making a valid file wrong. Returns undefined where it does not apply to the row. */
interface Defect {
  name: string;
  files: readonly string[];
  plant: (rows: Loose[], index: number, pick: number) => Planted | undefined;
}

/** Texts that readers see, by file. */
const PROSE: Readonly<Record<string, readonly string[]>> = {
  'amounts.json': ['label', 'payer', 'covers'],
  'timeline.json': ['title', 'summary'],
  'stakeholders.json': ['name', 'role', 'stanceWhy', 'summary'],
  'arguments.json': ['label', 'explanation', 'counter'],
  'tensions.json': ['title', 'seedCheck'],
  'options.json': ['title', 'assessment'],
  'glossary.json': ['term', 'definition'],
  'early-article-claims.json': ['claim', 'why'],
  'sources.json': ['publisher'],
  'open-questions.json': ['lookedFor'],
  'comparisons.json': ['caveat'],
  'forces.json': ['name'],
  'polls.json': ['pollster', 'asked'],
  'notices.json': ['buyer'],
  'cases.json': ['title', 'answer'],
};

/** Lists of ids, or single ids, other than sources. */
const NAMES: Readonly<Record<string, string>> = {
  'amounts.json': 'overlaps',
  'stakeholders.json': 'arguments',
  'arguments.json': 'madeBy',
  'early-article-claims.json': 'replacedBy',
  'figures.json': 'fact',
  'comparisons.json': 'b',
};

const DATES: Readonly<Record<string, string>> = {
  'polls.json': 'knownFrom',
  'notices.json': 'date',
  'amounts.json': 'knownFrom',
  'timeline.json': 'date',
  'stakeholders.json': 'knownFrom',
  'sources.json': 'published',
};

/** Files of the record that are lists of rows. */
export const LISTS = [...Object.keys(PROSE), 'figures.json'];

const LABELLED = ['amounts.json', 'timeline.json', 'arguments.json', 'polls.json'];
const SHORT = ['amounts.json', 'timeline.json', 'stakeholders.json'];

const among = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];
/** The list itself, so that pushing to it changes the row. */
const listIn = (row: Loose, key: string): unknown[] => {
  const value = row[key];
  return Array.isArray(value) ? value : [];
};

/** Sets one field of a row, whatever was in it. */
const set =
  (key: string, value: (old: unknown, pick: number) => unknown, ...rules: string[]): Defect['plant'] =>
  (rows, index, pick) => {
    const row = rows[index];
    if (!row || !(key in row)) return undefined;
    row[key] = value(row[key], pick);
    return { pointer: `/${index}/${key}`, rules };
  };

/** Spoils one of a file's texts. */
const spoil = (name: string, change: (text: string) => string, rule: string): Defect[] =>
  Object.entries(PROSE).map(([file, keys]) => ({
    name,
    files: [file],
    plant: (rows, index, pick) =>
      set(among(keys, pick) ?? 'label', (old) => change(String(old)), rule)(rows, index, pick),
  }));

/** Ways of making a row wrong that leave its file readable. */
export const DEFECTS: readonly Defect[] = [
  {
    name: 'a field is deleted',
    files: LISTS,
    plant(rows, index, pick) {
      const row = rows[index] ?? {};
      const key = among(Object.keys(row), pick) ?? 'id';
      Reflect.deleteProperty(row, key);
      return { pointer: `/${index}/${key}`, rules: ['008'] };
    },
  },
  {
    name: 'a field has another type',
    files: LISTS,
    plant(rows, index, pick) {
      const row = rows[index] ?? {};
      const key = among(Object.keys(row), pick) ?? 'id';
      row[key] = { wrong: true };
      return { pointer: `/${index}/${key}`, rules: ['007', '008', '009', '046'] };
    },
  },
  {
    name: 'a row is no object',
    files: LISTS,
    plant(rows, index) {
      Reflect.set(rows, index, [rows[index]]);
      return { pointer: `/${index}`, rules: ['009'] };
    },
  },
  {
    name: 'a field is unknown',
    files: LISTS,
    plant(rows, index) {
      Object.assign(rows[index] ?? {}, { surprise: 1 });
      return { pointer: `/${index}/surprise`, rules: ['007'] };
    },
  },
  {
    name: 'an id is taken',
    files: LISTS,
    plant(rows, index) {
      const other = (index + 1) % rows.length;
      Object.assign(rows[index] ?? {}, { id: rows[other]?.['id'] });
      return { pointer: `/${Math.max(index, other)}/id`, rules: ['011'] };
    },
  },
  {
    name: 'an id is malformed',
    files: LISTS,
    plant: set(
      'id',
      (old, pick) =>
        among([`${String(old)}-`, `-${String(old)}`, `${String(old)}_x`, 'Capital', 'é', ''], pick),
      '010',
    ),
  },
  {
    name: 'a source is not there',
    files: [
      ...LABELLED,
      'stakeholders.json',
      'glossary.json',
      'early-article-claims.json',
      'open-questions.json',
    ],
    plant(rows, index) {
      const at = listIn(rows[index] ?? {}, 'sources').push('no-such-source') - 1;
      return { pointer: `/${index}/sources/${at}`, rules: ['012'] };
    },
  },
  ...Object.entries(NAMES).map(([file, key]): Defect => ({
    name: 'a row is not there',
    files: [file],
    plant: set(key, (old) => (Array.isArray(old) ? ['no-such-row'] : 'no-such-row'), '014'),
  })),
  {
    name: 'a source is named twice',
    files: [...LABELLED, 'stakeholders.json', 'early-article-claims.json'],
    plant(rows, index) {
      const list = listIn(rows[index] ?? {}, 'sources');
      if (list.length === 0) return undefined;
      return { pointer: `/${index}/sources/${list.push(list[0]) - 1}`, rules: ['018'] };
    },
  },
  {
    name: 'an overlap is one-way',
    files: ['amounts.json'],
    plant(rows, index, pick) {
      const mine = listIn(rows[index] ?? {}, 'overlaps');
      const other = among(
        rows.filter((row) => row !== rows[index] && !mine.includes(row['id'])),
        pick,
      );
      return { pointer: `/${index}/overlaps/${mine.push(other?.['id']) - 1}`, rules: ['016'] };
    },
  },
  {
    name: 'money is negative or split',
    files: ['amounts.json'],
    plant: set('amountGBP', (old, pick) => among([-1, 0.5, -0.01, -50_000_000], pick), '020'),
  },
  {
    name: 'a sum differs from its words',
    files: ['amounts.json'],
    plant: set('amountText', () => 'about £12,345,678', '021'),
  },
  {
    name: 'a figure differs from its words',
    files: ['figures.json'],
    plant: (rows, index, pick) =>
      // Its fact may have lost its words to another defect, which is told of the same figure.
      set('value', (old) => Number(old) + 1, '029', '014')(rows, index, pick) && {
        pointer: `/${index}`,
        rules: ['029', '014'],
      },
  },
  ...Object.entries(DATES).flatMap(([file, key]): Defect[] => [
    {
      name: 'a date is not one',
      files: [file],
      plant: set(key, (old, pick) => among(['May 2026', '21/05/2026', '2026-5-1', '26', ''], pick), '030'),
    },
    {
      name: 'a date does not exist',
      files: [file],
      plant: set(key, (old, pick) => among(['2025-02-29', '2025-13', '2025-06-31', '0000'], pick), '031'),
    },
  ]),
  {
    name: 'a precision is not its date’s',
    files: ['timeline.json'],
    plant: set(
      'datePrecision',
      (old, pick) =>
        among(
          ['day', 'month', 'year'].filter((word) => word !== old),
          pick,
        ),
      '032',
    ),
  },
  {
    name: 'an event is still to come',
    files: ['timeline.json'],
    plant: set('date', () => '2026-12-01', '035'),
  },
  {
    name: 'a source is still to come',
    files: ['sources.json'],
    plant: set('published', () => '2030', '037'),
  },
  { name: 'a row has no source', files: LABELLED, plant: set('sources', () => [], '040') },
  {
    name: 'a label is not on the list',
    files: LABELLED,
    plant: set('evidence', (old, pick) => among(['illustrative', 'Official', '', null], pick), '046'),
  },
  {
    name: 'a quotation is from elsewhere',
    files: ['timeline.json', 'stakeholders.json'],
    plant: (rows, index, pick) =>
      set('quote', () => ({ text: 'Words.', speaker: 'Somebody', source: 'superset-readme' }))(
        rows,
        index,
        pick,
        // That source itself may be gone by another defect.
      ) && { pointer: `/${index}/quote/source`, rules: ['049', '012'] },
  },
  {
    name: 'an address is none',
    files: ['sources.json'],
    plant: set(
      'url',
      (old, pick) =>
        among(['http://a.example/', 'javascript:alert(1)', 'ftp://a.example/', 'a.example', ''], pick),
      '050',
    ),
  },
  {
    name: 'an address says too much',
    files: ['sources.json'],
    plant: set(
      'url',
      (old, pick) =>
        among(['https://u:p@a.example/', 'https://a.example:444/', 'https://a.example/?utm_id=1'], pick),
      '051',
      '052',
    ),
  },
  {
    name: 'a force has another’s tile',
    files: ['forces.json'],
    plant(rows, index) {
      const other = rows.find((row, place) => place !== index && row['col'] !== null);
      const row = rows[index];
      if (!row || row['col'] === null) return undefined;
      Object.assign(row, { col: other?.['col'], row: other?.['row'] });
      const later = Math.max(index, other ? rows.indexOf(other) : 0);
      return { pointer: `/${later}/col`, rules: ['070'] };
    },
  },
  {
    name: 'a status has no label',
    files: ['forces.json'],
    plant: (rows, index) => {
      const status = rows[index]?.['palantir'];
      Object.assign(status ?? {}, { status: 'known', says: 'Bought it.', evidence: null });
      return { pointer: `/${index}/palantir/evidence`, rules: ['072'] };
    },
  },
  {
    name: 'a share is more than all',
    files: ['polls.json'],
    plant: set('yes', () => ({ label: 'support', percent: 102 }), '073'),
  },
  {
    name: 'a notice has another number',
    files: ['notices.json'],
    plant: set('number', () => '000000-2026', '074'),
  },
  {
    name: 'a case has no steps',
    files: ['cases.json'],
    plant: set('steps', () => [], '075'),
  },
  ...spoil('a text is blank', () => ' ', '060'),
  ...spoil('a text has markup', (text) => `${text} <i>so</i>`, '061'),
  ...spoil('a text turns round', (text) => `\u202e${text}`, '062'),
  ...spoil('a text hides a character', (text) => `${text.slice(0, 1)}\u200b${text.slice(1)}`, '062'),
  ...spoil('a text is a placeholder', () => 'TBC', '063'),
  ...spoil('a text has stray spaces', (text) => `${text} `, '068'),
  { name: 'a label is too long', files: SHORT, plant: set('short', () => 'A'.repeat(35), '064') },
  {
    name: 'a label has a figure',
    files: ['amounts.json', 'timeline.json'],
    plant: set('short', () => 'About £50m', '065'),
  },
  {
    name: 'a question does not ask',
    files: ['open-questions.json'],
    plant: set('question', () => 'So.', '069'),
  },
];

/** Ways of making a file wrong in its raw text, with the rule that tells. */
export const RAW: readonly { name: string; rule: string; change: (text: string) => string | Uint8Array }[] = [
  { name: 'empty', rule: '001', change: () => '' },
  { name: 'byte-order mark', rule: '002', change: (text) => `\uFEFF${text}` },
  { name: 'NUL', rule: '002', change: (text) => `${text}\0` },
  { name: 'UTF-16', rule: '002', change: (text) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')) },
  { name: 'cut off', rule: '003', change: (text) => text.slice(0, -3) },
  { name: 'trailing comma', rule: '003', change: (text) => text.replace(/"\n/, '",\n,') },
  { name: 'NaN', rule: '003', change: (text) => text.replace(/: "[^"]*"/, ': NaN') },
  { name: 'doubled key', rule: '004', change: (text) => text.replace(/"(?:id|title)": /, '$&"x", $&') },
  { name: 'dangerous key', rule: '005', change: (text) => text.replace('{', '{ "__proto__": {},') },
  { name: 'infinite', rule: '006', change: (text) => text.replace(/: "[^"]*"/, ': -1e999') },
];
