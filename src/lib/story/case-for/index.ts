import * as Ledger from '$lib/charts/ledger/Ledger.svelte';
import * as Money from '$lib/charts/money/Money.svelte';
import type { LedgerRow, LedgerScene } from '$lib/charts/ledger/model.ts';
import { withChart, section, type ForeignScene } from '../section.ts';
import Prose from './Prose.svelte';

const subtitle = 'Claims for the contract and the answers to them; London, {block-public:year}';

const row = (
  id: string,
  heading: string,
  claim: string,
  rest: Omit<LedgerRow, 'id' | 'heading' | 'claim' | 'on' | 'open'>,
): LedgerRow => ({
  id,
  heading,
  claim: { of: claim },
  on: 1,
  open: 1,
  ...rest,
});
/** Returns the first `count` rows, with only the last of them open. */
const upTo = (rows: readonly LedgerRow[], count: number): LedgerRow[] =>
  rows.slice(0, count).map((each, index) => ({ ...each, open: Number(index === count - 1) }));

const rows = [
  row('time', 'Time', 'speed-faster-5', {
    figure: '{fig-phone-hours-before} to {fig-phone-hours-after}',
    answer: { of: 'q-independent-test', text: 'No independent test was found' },
  }),
  row('posts', 'Posts', 'rowley-700', {
    figure: '{fig-posts-700}, unconfirmed',
    answer: { of: 'speed-check-first-3', text: 'City Hall: value for money was not shown' },
  }),
  row('only-one', 'The only one', 'domestic-manageable-3', {
    answer: { of: 'domestic-dependence-is-a-risk-1' },
  }),
  row('already-spent', 'Money already spent', 'seed-10m-spent', {
    figure: '{seed-10m-spent}',
    boxed: true,
    answer: { of: '10m-spent', text: 'Found nowhere else; and what is gone should not decide' },
  }),
  row('other-forces', 'Falling behind', 'interoperability', {
    answer: { of: 'interoperability', text: 'MPs: open standards join up different products' },
  }),
];

const scenes: Record<string, LedgerScene | ForeignScene> = {
  'case-for--time': {
    title: 'Bedfordshire says its system turned days of work into hours.',
    subtitle,
    words:
      'A ledger row: Bedfordshire’s own figures for time saved at the left, the missing independent test at the right.',
    rows: upTo(rows, 1),
  },
  'case-for--posts': {
    title: 'The Met’s chief warned of lost posts; the number is not confirmed.',
    subtitle,
    words: 'A second row: {fig-posts-700} posts at risk, marked not confirmed, and City Hall’s answer.',
    rows: upTo(rows, 2),
  },
  'case-for--only-one': {
    title: 'The Met says only one firm can do it; MPs said otherwise of other deals.',
    subtitle,
    words: 'A third row: the Met’s claim and the MPs’ answer side by side, at the same size.',
    rows: upTo(rows, 3),
  },
  'case-for--already-spent': {
    title: 'Money already spent: one sum, and no other source for it.',
    subtitle,
    words: 'A fourth row with a dashed box: {seed-10m-spent}, unverified.',
    rows: upTo(rows, 4),
  },
  'case-for--pilot-price': withChart(Money, {
    title: 'One outlet’s price for the staff pilot: one square, nearly full.',
    subtitle:
      'One outlet’s price in squares of {square}; Metropolitan Police, London; not the refused contract',
    words:
      'One ink square, {cmp-pilot-threshold} full, under the approval line, and one empty dashed square without a price.',
    blocks: [
      { id: 'staff-pilot', on: 1, of: { 'met-palantir-pilot': 1 } },
      { id: 'staff-pilot-extension', on: 1, of: { 'met-palantir-pilot-extension': 1 } },
    ],
    line: 1,
  }),
  'case-for--other-forces': {
    title: 'Two forces’ purchases are known; of most, nobody outside can tell.',
    subtitle,
    words:
      'A fifth row, and a strip of forces: two that bought or built on it, as reported, some where none was found, and most unknown. It is no ranking.',
    rows: upTo(rows, 5),
    forces: {
      on: 1,
      users: ['bedfordshire-police', 'east-midlands-police'],
      none: ['gmp', 'west-midlands-police'],
      silent: {
        of: 'openness-openness-helps-2',
        text: 'Most: not known. {fig-forces-35} of {fig-forces-45} would not tell.',
      },
    },
  },
};

export default section({
  id: 'case-for',
  title: 'The best case for buying',
  question: 'What did London stand to gain or lose?',
  opening: 'By our reading, the strongest case for the contract is about time.',
  evidenceIds: 'operational-benefit',
  chart: Ledger,
  picture: 'Claims and answers',
  Prose,
  scenes,
  ask: [
    'Whose figures are these, and does it matter?',
    'What would an independent test look like?',
    'When should money already spent count?',
    'Is being first, or being last, the bigger risk?',
  ],
});
