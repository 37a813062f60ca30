import * as Money from '$lib/charts/money/Money.svelte';
import type { MoneyScene } from '$lib/charts/money/model.ts';
import { section } from '../section.ts';
import Prose from './Prose.svelte';

const subtitle = 'Contract value in squares of {square}; Metropolitan Police, London, {dmpc-refusal:year}';

const scenes: Record<string, MoneyScene> = {
  'ending--one-square': {
    title: 'A rule about one square put {cmp-ceiling-threshold:words} before the mayor’s office.',
    subtitle,
    words: '{cmp-ceiling-threshold:words} dashed squares fade until one remains under its line.',
    blocks: [{ id: 'contract', on: 1, of: { 'met-palantir-ceiling': 1 }, faded: 0.35 }],
    line: 1,
  },
  'ending--both-best-cases': {
    title: 'Each answer has a best case, and you can hold both.',
    subtitle,
    words: 'One square with two equal lines beneath it, the best case for each answer.',
    blocks: [{ id: 'contract', on: 1, of: { 'ctx-mopac-500k': 1 }, faded: 1 }],
    line: 1,
    notes: [
      { id: 'yes', on: 1, text: 'For: time saved, posts kept, a tool now' },
      { id: 'no', on: 1, text: 'Against: fair contest, proven value, exit' },
    ],
  },
  'ending--your-turn': {
    title: 'Is there a line near you?',
    subtitle: 'One empty square: a question, not a fact of the record',
    words: 'An empty square with three questions beneath it.',
    blocks: [{ id: 'contract', on: 1, of: { 'ctx-mopac-500k': 1 }, faded: 1, empty: 1 }],
    line: 1,
    notes: [
      { id: 'who', on: 1, text: 'Who can say no?' },
      { id: 'grounds', on: 1, text: 'On what grounds?' },
      { id: 'when', on: 1, text: 'And by when?' },
    ],
  },
};

export default section({
  id: 'ending',
  title: 'Who could say no?',
  question: 'So, who could say no?',
  opening: 'In this story, someone could.',
  chart: Money,
  picture: 'Back to one square',
  Prose,
  scenes,
  ask: [
    'Who could say no at your school or council?',
    'What grounds should count?',
    'What should a no cost the person who says it?',
    'Write the question you would put to each side.',
  ],
});
