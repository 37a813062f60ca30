// What Chartability asks of a chart (fifty heuristics, fourteen of them critical), and what we can say of each of ours. The
// ids are those of quality.md 2.1. A pass names the tests that prove it, or says who looked at what; what only people can
// find out is "not run", and says what it waits for. chartability.test.ts holds all of it against the tests that there are.

export const CHART_IDS = [
  'money',
  'dates',
  'positions',
  'reasons',
  'ledger',
  'balance',
  'paths',
  'gaps',
] as const;
export type ChartId = (typeof CHART_IDS)[number];

/** A test by its file below `tests/` and its title as the file has it. */
export type Proof = readonly [file: string, title: string];

export type Verdict =
  { is: 'pass'; proofs: readonly Proof[]; look?: string } | { is: 'fail' | 'not run'; reason: string };

export interface Heuristic {
  id: string;
  asks: string;
  critical: boolean;
  /** For every chart but those named in `except`. */
  verdict: Verdict;
  except?: Partial<Record<ChartId, Verdict>>;
}

/** When and how the pictures were looked at, for those verdicts that rest on it. */
export const LOOKED =
  '2026-11-25, the session that wrote this list (a program, no person): every picture of every chart at 480 px, the sheets of tests/screens in colour and in grey, and every chart’s page.';

const pass = (...proofs: readonly Proof[]): Verdict => ({ is: 'pass', proofs });
const seen = (look: string, ...proofs: readonly Proof[]): Verdict => ({ is: 'pass', proofs, look });
const waits = (reason: string): Verdict => ({ is: 'not run', reason });

const AXE: Proof = [
  'access/everything.spec.ts',
  '${mode}, ${theme}, ${width} px: nothing is wrong on any page',
];
const ASKED: Proof = ['access/everything.spec.ts', 'what catches the canaries finds nothing on ${name}'];
const READABLE: Proof = ['access/everything.spec.ts', 'every picture of ${id} can be read, ${colorScheme}'];
const SPOKEN: Proof = ['access/spoken.spec.ts', 'what is spoken of ${name} is what was read through'];
const ENGINE: Proof = ['access/engine.spec.ts', 'a second engine finds nothing on ${name}, ${theme}'];
const TURNED: Proof = [
  'pages/chartability.spec.ts',
  '${id}: its pictures are turned by key and by touch, and every turn is told once',
];
const ORDER: Proof = [
  'pages/chartability.spec.ts',
  '${id}: finding, measure, picture, how to read, data and source in that order; every row two presses from the first stop',
];
const OWN: Proof = [
  'pages/chartability.spec.ts',
  '${id}: its buttons are 44 px, a chosen one differs by more than its colour; nothing is lost in forced colours, in more contrast, or in a reader’s own face',
];
const WORDS: Proof = ['story/snapshots.test.ts', 'its words are made, and short enough'];
const KEYS: Proof = [
  'pages/keyboard.spec.ts',
  'every control can be reached by keyboard, and none hides under the bar or a picture',
];
const THREE_WAYS: Proof = [
  'pages/chart.spec.ts',
  'picture, table and text are three ways to read the same rows',
];
const SPACED: Proof = [
  'faults/reading.spec.ts',
  '${name}: one column, nothing to the side, no graphic that covers',
];
const SAME_ROWS: Proof = [
  'routes/downloads.test.ts',
  'the table on its page and the CSV of what is visible are the same rows',
];
const STILL: Proof = ['pages/flat.spec.ts', 'reduced motion${view}: nothing is animated at any step'];
const TURNS: Proof = [
  'pages/chart.spec.ts',
  'a chart turns to any of its pictures, and its address says which',
];

const critical = (id: string, asks: string, verdict: Verdict): Heuristic => ({
  id,
  asks,
  critical: true,
  verdict,
});
const other = (
  id: string,
  asks: string,
  verdict: Verdict,
  except: Partial<Record<ChartId, Verdict>> = {},
): Heuristic => ({ id, asks, critical: false, verdict, except });

export const HEURISTICS: readonly Heuristic[] = [
  critical(
    'P1',
    'Contrast is high enough: type 4.5, shapes 3',
    pass(['tokens.test.ts', '%s on %s has at least %d : 1'], READABLE, AXE),
  ),
  critical(
    'P2',
    'Nothing is only seen (real screen readers: tests/access/people.json, not run)',
    pass(SAME_ROWS, ['routes/downloads.test.ts', 'the story’s tables hold every row of its CSV'], SPOKEN),
  ),
  critical(
    'P3',
    'No small text',
    pass(
      ['story/snapshots.test.ts', 'nothing in its picture is smaller than 14 px, and no number is broken'],
      READABLE,
      ASKED,
    ),
  ),
  critical(
    'P4',
    'Nothing can bring on a seizure',
    seen('No picture flashes, and the one strong colour is a pink line or outline.', ASKED, STILL),
  ),
  other(
    'P5',
    'Colour is never alone in telling things apart',
    seen(
      'In grey every mark of a key is told by its shape, fill or dashes; sides also by their place.',
      READABLE,
    ),
  ),
  other(
    'P6',
    'Elements can be told from each other',
    seen('Neighbours have paper between them, or a line of their own.'),
    {
      money: pass(['series/money.test.ts', 'ten to the row, in order']),
      reasons: pass([
        'series/reasons.test.ts',
        'a slip and its answer are the same size, and nothing lies over anything',
      ]),
      gaps: pass(['series/gaps.test.ts', 'boxes of a group keep apart, open and closed']),
      dates: {
        is: 'fail',
        reason:
          'Time is drawn true, so the dots of 20 and 21 May, and of 16 and 26 June 2025, lie partly over each other. Each has a label and a line of its own, and its row.',
      },
      paths: pass(['series/paths.test.ts', 'stations stand in order, below one another, at both widths']),
    },
  ),
  other('P7', 'Fit for colour-blind eyes', pass(['vision.test.ts', '%s and %s differ by 15 or more'])),
  other(
    'P8',
    'Space groups what belongs together',
    seen('Labels stand nearer to their own mark than to any other; groups have a heading or a rule.'),
  ),
  critical('O1', 'No action needs one kind of input', pass(TURNED, KEYS)),
  critical(
    'O2',
    'What can be done is said',
    seen(
      'Every action is a button, link or field with its name in words; the weights and the day have a sentence beside them.',
      TURNED,
      ORDER,
    ),
  ),
  critical(
    'O3',
    'Keys of the reader’s own software are left alone',
    pass(
      ['access/chartability.test.ts', 'nothing of ours listens to keys'],
      ['pages/keyboard.spec.ts', 'a chart is no stop of its own: its buttons and its tables are all'],
    ),
  ),
  other('O4', 'A changed state can be seen', pass(OWN)),
  other('O5', 'The focus can be seen, and is never covered', pass(KEYS, ASKED)),
  other(
    'O6',
    'A chart is not many stops',
    pass(['pages/keyboard.spec.ts', 'a chart is no stop of its own: its buttons and its tables are all']),
  ),
  other(
    'O7',
    'No drag or other hard gesture is needed',
    seen('No chart is dragged, drawn on or pinched.', TURNED, [
      'pages/keyboard.spec.ts',
      'the reader’s weights put questions in order, and give no verdict',
    ]),
  ),
  other('O8', 'Targets are large enough', pass(OWN, ASKED)),
  critical('U1', 'It is said what the chart is for and how to read it', pass(WORDS, ORDER)),
  critical('U2', 'There is a title and a summary', pass(WORDS, ORDER)),
  critical(
    'U3',
    'The words are plain',
    pass(['story/prose.test.ts', 'so do its titles, and the words of its pictures']),
  ),
  other('U4', 'What a control will do can be known', pass(TURNED, TURNS)),
  other(
    'U5',
    'The chart is no more complex than it must be',
    waits('Whether a form asks too much can only be told by readers; none has been asked yet.'),
  ),
  other(
    'U6',
    'Changes can be followed',
    pass(
      ['charts/continuous.test.ts', 'nothing jumps on the way to $id'],
      ['pages/scroll.spec.ts', 'between two steps a picture is between two scenes, and runs back exactly'],
      TURNED,
    ),
  ),
  other('U7', 'Measures are defined', pass(WORDS, ORDER)),
  other(
    'U8',
    'Uncertainty is shown',
    pass(
      [
        'series/lens.test.ts',
        'every row is still there, and rests on an official document or says why it is withheld',
      ],
      ['story/words.test.ts', 'a changed label changes exactly the pictures that carry it'],
    ),
  ),
  other('U9', 'Axes are labelled', seen('It has no axis: place in it means group or order, and is headed.'), {
    money: pass([
      'series/money.test.ts',
      'squares are sums over the threshold, with part squares in proportion',
    ]),
    dates: seen('Every event has its date in words; a broken line marks where time is left out.', [
      'series/dates.test.ts',
      'spacing is true to time, but for gaps of over ninety days',
    ]),
    positions: seen('The scale is named at both ends, in its middle and between.', [
      'series/positions.test.ts',
      'silence is outside the scale, and only silence',
    ]),
  }),
  other(
    'U10',
    'Controls are of use',
    seen('Turning, three ways to read, and taking it away; the weights and the day only where they act.'),
  ),
  other('R1', 'It keeps to standards', pass(AXE, ENGINE)),
  other(
    'R2',
    'Its structure can be read by programs',
    pass(SPOKEN, [
      'routes/embeds.test.ts',
      'is one page with its picture, table and source, and one classic script',
    ]),
  ),
  other(
    'R3',
    'It does not hang on fragile technology',
    waits(
      'Missing scripts, faces and interfaces are tried (tests/faults/), but in one engine: Firefox and WebKit are no part of these suites.',
    ),
  ),
  critical(
    'C1',
    'There is a table',
    pass(
      [
        'routes/built.test.ts',
        'without a script: every step’s words, every picture in both widths with its marks, every table',
      ],
      SAME_ROWS,
    ),
  ),
  other('C2', 'There is more than one way to the same thing', pass(THREE_WAYS)),
  other(
    'C3',
    'A reader knows where they are',
    pass(
      [
        'pages/addresses.ts',
        'at ${width} px a link to ${section} and to its steps lands there, its picture in that state',
      ],
      TURNED,
    ),
  ),
  other(
    'C4',
    'Mistakes can be taken back',
    pass(
      TURNS,
      ['pages/lens.spec.ts', 'the dimmer in the bar: by keyboard, in the address, and back to everything'],
      ['pages/chart.spec.ts', 'what cannot be is passed over, and its address made normal'],
    ),
  ),
  other('C5', 'It comes in an order that makes sense', pass(ORDER, SPOKEN)),
  other(
    'C6',
    'The table is there without a script',
    pass(['pages/embeds.spec.ts', 'the embed of ${id} is chart, table, source and link']),
  ),
  other(
    'C7',
    'A state can be shared',
    pass(
      ['links/state.test.ts', 'any state survives the way there and back'],
      ['pages/chart.spec.ts', 'a copied link and a citation carry the state that is seen'],
    ),
  ),
  critical(
    'A1',
    'It is not too dense',
    seen(
      'The thousand dots of one picture of money are one quantity, seven of them marked and named; all else can be counted.',
      ['access/chartability.test.ts', 'no picture draws more than two hundred rows'],
    ),
  ),
  critical(
    'A2',
    'Its data is not tedious to reach, and can be passed over',
    pass(['pages/keyboard.spec.ts', 'a skip link leads past every chart'], ORDER),
  ),
  other(
    'A3',
    'What there is to see in it is described',
    seen(
      'Each picture’s sentence says what its marks add up to; read through in the spoken logs.',
      WORDS,
      SPOKEN,
    ),
  ),
  other(
    'A4',
    'Its data is written to be read',
    pass(
      ['facts/figures.test.ts', 'pounds are printed in the house style'],
      ['facts/figures.test.ts', 'dates keep their precision'],
    ),
  ),
  other('A5', 'It holds at its extremes', pass(), {
    money: pass(['series/money.test.ts', 'nothing, one and an unknown sum']),
    dates: pass(['series/dates.test.ts', 'no events, and one']),
    positions: pass(['series/positions.test.ts', 'no rows, one row, ties and a row without a date']),
    reasons: pass(['series/reasons.test.ts', 'nothing, one slip, and many']),
    ledger: pass(['series/ledger.test.ts', 'nothing, and one row with a figure, a mark and an answer']),
    balance: pass(['series/balance.test.ts', 'none, and one on either side']),
    paths: pass([
      'series/lens.test.ts',
      'its picture keeps to its frame and has no mark but the official one',
    ]),
    gaps: pass(['series/gaps.test.ts', 'boxes of a group keep apart, open and closed']),
  }),
  other(
    'A6',
    'It begins in a useful state',
    seen('The picture that stands for a chart is one of its fullest, with every word.', [
      'pages/chart.spec.ts',
      'what cannot be is passed over, and its address made normal',
    ]),
  ),
  critical(
    'F1',
    'A reader’s own style is kept',
    pass(
      OWN,
      [
        'pages/paper.spec.ts',
        'in forced colours the tape is the system’s highlight, and shapes keep their edges',
      ],
      SPACED,
    ),
  ),
  other('F2', 'Nothing moves for long, or again', pass(ASKED, STILL)),
  other(
    'F3',
    'Scrolling can be without effects',
    pass([
      'pages/flat.spec.ts',
      '“Read without motion” flattens the page, keeps the place and is remembered',
    ]),
  ),
  other(
    'F4',
    'It can be enlarged, and flows',
    pass(SPACED, ['pages/embeds.spec.ts', 'at 280 px a chart still fits, in every way to read it']),
  ),
  other('F5', 'Its text can be set otherwise', pass(SPACED, OWN)),
  other(
    'F6',
    'Its form is familiar',
    waits('Squares, shelves and strands are our own forms. Whether they are understood, readers must say.'),
  ),
  other(
    'F7',
    'Textures can be done without',
    pass(['access/chartability.test.ts', 'no picture has a texture']),
  ),
  other('F8', 'There is a plainer form of it', pass(THREE_WAYS, WORDS)),
];

/** What is said of a heuristic for one chart. */
export const verdictOf = ({ verdict, except }: Heuristic, chart: ChartId): Verdict =>
  except?.[chart] ?? verdict;
