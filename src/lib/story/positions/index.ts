import * as Positions from '$lib/charts/positions/Positions.svelte';
import type { PositionsScene } from '$lib/charts/positions/model.ts';
import { section } from '../section.ts';
import Prose from './Prose.svelte';

const lit = (...ids: string[]) => ids.map((id) => ({ id, on: 1 }));
const subtitle = 'Position on the refused contract, one mark a voice; United Kingdom, to {block-public:year}';
const aside = 'Position, one mark a voice; outlined marks did not speak about this contract; United Kingdom';

const scenes: Record<string, PositionsScene> = {
  'positions--on-deal': {
    title: '{marks} marks stand for words about this contract.',
    subtitle,
    words:
      '{marks} marks: {stop} for stopping, {lean-stop} leaning that way, {split} in the middle, {sign} for signing.',
    rows: 1,
    fold: 0,
    related: 0,
    silent: 0,
    lit: [],
  },
  'positions--one-voice-each': {
    title: 'Count institutions, and the marks are {count-voices} voices.',
    subtitle,
    words:
      'The {count-marks} marks fold into {marks}: {stop} for stopping, {lean-stop} leaning, {split} in the middle, {sign} for signing.',
    rows: 1,
    fold: 1,
    related: 0,
    silent: 0,
    lit: [],
  },
  'positions--campaigns': {
    title: 'Most rights groups spoke about the company, not about this contract.',
    subtitle: aside,
    words:
      'Outlined marks for campaigns gather at the stopping end of a lower shelf, Liberty’s among them. The Palestine Solidarity Campaign and Open Rights Group stay above.',
    rows: 0,
    fold: 1,
    related: 1,
    silent: 0,
    lit: lit(
      'psc',
      'open-rights-group',
      'privacy-international',
      'big-brother-watch',
      'foxglove',
      'amnesty-uk',
      'good-law-project',
      'liberty',
    ),
  },
  'positions--inside-the-met': {
    title: 'Unease inside the Met was reported; the officers’ bodies spoke of another use.',
    subtitle: aside,
    words:
      'One solid mark in the middle for Met staff; two outlined marks tagged as being about the staff pilot.',
    rows: 0,
    fold: 1,
    related: 1,
    silent: 0,
    lit: [
      ...lit('met-analysts'),
      { id: 'met-federation', on: 1, tag: 'about the staff pilot' },
      { id: 'police-federation', on: 1, tag: 'about the staff pilot' },
    ],
  },
  'positions--foreign-supplier': {
    title: 'In Parliament some warned of dependence; a minister defended the firm’s work.',
    subtitle: aside,
    words:
      'Outlined marks for committees, MPs and ministries on both halves of the lower shelf, equal in size.',
    rows: 0,
    fold: 1,
    related: 1,
    silent: 0,
    lit: lit(
      'sit-committee',
      'lib-dem-mps',
      'dawn-butler',
      'david-davis',
      'green-party',
      'conservatives',
      'mod-pollard',
      'home-office',
    ),
  },
  'positions--cyber-agency': {
    title: 'For the cyber agency’s warning we found an empty place.',
    subtitle: aside,
    words: 'A dashed ring in an empty slot for the cyber agency, marked not found.',
    rows: 0,
    fold: 1,
    related: 1,
    silent: 0,
    lit: [{ id: 'ncsc', on: 1, tag: 'not found' }],
  },
  'positions--silence': {
    title: 'For {count-silent} bodies or groups we found no position at all.',
    subtitle: 'Bodies and groups of which no position was found, outside the scale; United Kingdom',
    words: '{count-silent} dashed rings outside the scale, and one mark in the middle for mixed polls.',
    rows: 0,
    fold: 1,
    related: 1,
    silent: 1,
    lit: lit('public'),
  },
};

export default section({
  id: 'positions',
  title: 'Who stood where',
  question: 'Who spoke about this contract, and who spoke near it?',
  opening: '{count-voices} voices spoke about this contract. Many more spoke near it.',
  evidenceIds: 'sadiq-khan psc open-rights-group stella-creasy met-analysts met-police palantir-uk',
  chart: Positions,
  picture: 'Who stood where',
  Prose,
  scenes,
  still: 'positions--silence',
  ask: [
    'Why keep “about this deal” and “about this company” apart?',
    'Should one office with three spokespeople count once?',
    'What can silence mean?',
    'Where would you stand, and what would move you?',
  ],
});
