import * as Balance from '$lib/charts/balance/Balance.svelte';
import { facts } from '$lib/data/dataset.ts';
import { equalWeights, type BalanceScene } from '$lib/charts/balance/model.ts';
import { section } from '../section.ts';
import Prose from './Prose.svelte';

const subtitle = 'Points of evidence on either side, in the same room; no score; United Kingdom';

const scenes: Record<string, BalanceScene> = {
  'tensions--speed': {
    title: 'Being slow has a cost, and so has being rushed.',
    subtitle,
    words: 'A level tape with evidence on either side, in equal room: move faster, and check first.',
    left: [{ id: 'speed-faster', on: 1, points: ['speed-faster-1', 'speed-faster-3', 'speed-faster-4'] }],
    right: [
      {
        id: 'speed-check-first',
        on: 1,
        points: ['speed-check-first-5', 'speed-check-first-6', 'speed-check-first-2'],
      },
    ],
  },
  'tensions--home-and-abroad': {
    title: 'A foreign supplier can be ready now, and can be hard to leave.',
    subtitle,
    words:
      'The same tape: reasons that foreign supply can be managed, and reasons that dependence is a risk.',
    left: [
      {
        id: 'domestic-manageable',
        on: 1,
        points: ['domestic-manageable-1', 'domestic-manageable-2', 'domestic-manageable-4'],
      },
    ],
    right: [
      {
        id: 'domestic-dependence-is-a-risk',
        on: 1,
        points: [
          'domestic-dependence-is-a-risk-1',
          'domestic-dependence-is-a-risk-3',
          'domestic-dependence-is-a-risk-5',
        ],
      },
    ],
  },
  'tensions--openness': {
    title: 'Secrecy can have reasons; openness can be part of working well.',
    subtitle,
    words: 'The same tape: when secrecy helps on one side, when openness helps on the other.',
    left: [
      {
        id: 'openness-secrecy-can-help',
        on: 1,
        points: ['openness-secrecy-can-help-1', 'openness-secrecy-can-help-2', 'openness-secrecy-can-help-3'],
      },
    ],
    right: [
      {
        id: 'openness-openness-helps',
        on: 1,
        points: ['openness-openness-helps-1', 'openness-openness-helps-2', 'openness-openness-helps-6'],
      },
    ],
  },
  'tensions--your-weights': {
    title: 'What matters most to you decides what you would ask first.',
    subtitle: 'Your own weights, which come to a hundred: illustrative, no fact of the record and no verdict',
    words:
      'Bars for speed or care, independence and openness put a list of questions in order. It is illustrative.',
    left: [],
    right: [],
    weights: { on: 1, of: equalWeights(facts.tensions.map(({ id }) => id)) },
  },
};

export default section({
  id: 'tensions',
  title: '{count-tensions} pulls',
  question: 'What would still be hard if this supplier had never existed?',
  opening: '{count-tensions} arguments would still be here if this company were not.',
  chart: Balance,
  picture: 'Two ends of one tape',
  Prose,
  scenes,
  still: 'tensions--speed',
  ask: [
    'Which tension is the hardest to settle?',
    'Can you give a case where checking saved money? Where it cost time that mattered?',
    'What should police never have to publish?',
    'Is “British” about owners, staff or law?',
  ],
});
