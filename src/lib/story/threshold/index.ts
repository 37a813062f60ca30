import * as Money from '$lib/charts/money/Money.svelte';
import type { MoneyScene } from '$lib/charts/money/model.ts';
import { section } from '../section.ts';
import Prose from './Prose.svelte';

const subtitle =
  'Contract value in squares of {square}; Metropolitan Police, London, over {fig-contract-years}';

const scenes: Record<string, MoneyScene> = {
  'threshold--one-square': {
    title:
      'By a rule on record in {mopac-500k-threshold:year}, the Met had to ask above {ctx-mopac-500k:sum}.',
    subtitle:
      'Contract value in squares of {square}; London, a rule on record in {mopac-500k-threshold:year}',
    words:
      'One square standing for {ctx-mopac-500k:sum}, with a line on top marked as the point where City Hall had to approve.',
    blocks: [{ id: 'contract', on: 1, of: { 'ctx-mopac-500k': 1 } }],
    line: 1,
  },
  'threshold--one-hundred': {
    title: 'The contract the Met wanted was {cmp-ceiling-threshold:words} times the line.',
    subtitle,
    words:
      'A ten by ten block of dashed squares, {met-palantir-ceiling:long} in all; only the first lies within the approval line.',
    blocks: [
      {
        id: 'contract',
        on: 1,
        of: { 'met-palantir-ceiling': 1 },
        parts: ['met-palantir-year1', 'met-palantir-year2'],
      },
    ],
    line: 1,
  },
  'threshold--half-firm': {
    title: 'Only about half of the contract was firm; the rest was an option.',
    subtitle: `${subtitle}. Parts come to {met-palantir-ceiling:parts}, rounded to {met-palantir-ceiling:sum}`,
    words:
      'The block splits into two nearly equal parts: {met-palantir-year1:squares} squares marked firm and {met-palantir-year2:squares} marked optional.',
    blocks: [
      {
        id: 'contract',
        on: 1,
        of: { 'met-palantir-ceiling': 1 },
        parts: ['met-palantir-year1', 'met-palantir-year2'],
        apart: 1,
      },
    ],
    line: 1,
  },
  'threshold--nothing-paid': {
    title: 'City Hall refused, so none of the squares was ever filled.',
    subtitle,
    words: 'Again {cmp-ceiling-threshold:words} dashed squares, all empty, marked refused.',
    blocks: [
      {
        id: 'contract',
        on: 1,
        of: { 'met-palantir-ceiling': 1 },
        parts: ['met-palantir-year1', 'met-palantir-year2'],
      },
    ],
    line: 1,
    notes: [
      { id: 'refused', on: 1, text: 'Refused', large: true, beside: true },
      { id: 'nothing', on: 1, text: 'Nothing was signed.', beside: true },
    ],
  },
  'threshold--another-project': {
    title: 'The staff pilot: another job by most reports, and how far is contested.',
    subtitle:
      'No measure here: the two are never drawn as one; Metropolitan Police, London, {met-misconduct-pilot-revealed:year}',
    words: 'An empty panel naming the staff pilot and pointing to its own section.',
    blocks: [],
    line: 0,
    boxes: [{ id: 'staff-pilot', on: 1, text: 'The staff-conduct pilot: see “The road here”' }],
  },
};

export default section({
  id: 'threshold',
  title: '{cmp-ceiling-threshold:words} squares',
  question: 'What exactly was refused?',
  opening: 'Start with one square. It stands for {ctx-mopac-500k:sum}.',
  evidenceIds: 'ctx-mopac-500k',
  chart: Money,
  picture: 'The contract in squares',
  Prose,
  scenes,
  still: 'threshold--nothing-paid',
  ask: [
    'What is a threshold for?',
    'Why might a buyer prefer one big contract to many small ones?',
    'Is an option the same as a promise?',
    'Which word fits best: refused, cancelled, blocked? Why?',
  ],
});
