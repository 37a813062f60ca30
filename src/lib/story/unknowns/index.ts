import * as Gaps from '$lib/charts/gaps/Gaps.svelte';
import type { GapsScene, Group } from '$lib/charts/gaps/model.ts';
import { section } from '../section.ts';
import Prose from './Prose.svelte';

const subtitle = 'Open questions, one box each, with what was looked for; to {cut-off}';
const closed: Record<Group, number> = { papers: 0, money: 0, proof: 0, 'after-june': 0 };
const only = (group: Group): Record<Group, number> => ({ ...closed, [group]: 1 });

const scenes: Record<string, GapsScene> = {
  'unknowns--papers': {
    title: 'The papers of the decision were not found.',
    subtitle,
    words:
      '{questions} empty boxes: the letter, the decision notice, the buying route and the approval line.',
    open: only('papers'),
    edge: 0,
    claims: 0,
  },
  'unknowns--money': {
    title: 'Prices and sums that we did not find stay empty squares.',
    subtitle,
    words: '{questions} empty dashed squares for prices and sums that we did not find.',
    open: only('money'),
    edge: 0,
    claims: 0,
  },
  'unknowns--proof': {
    title: 'No independent test, and no poll on this deal, was found.',
    subtitle,
    words: '{questions} empty boxes: for a test, a poll, what other forces hold, and more.',
    open: only('proof'),
    edge: 0,
    claims: 0,
  },
  'unknowns--after-june': {
    title: 'Our record ends before the answers.',
    subtitle,
    words: '{questions} empty boxes beyond a soft edge that marks where the record stops, in {cut-off}.',
    open: only('after-june'),
    edge: 1,
    claims: 0,
  },
  'unknowns--early-article': {
    title: 'Of {count-claims} claims, {count-corroborated} hold and {count-contradicted} do not.',
    subtitle: 'An early article’s claims by verdict, one small box each; unverified means not found',
    words:
      '{count-claims} small boxes: {count-corroborated} corroborated, {count-contradicted} contradicted, {count-unverified} unverified.',
    open: closed,
    edge: 0,
    claims: 1,
  },
};

export default section({
  id: 'unknowns',
  title: 'What we do not know',
  question: 'What would change this story if we could see it?',
  opening: 'Some boxes stay empty.',
  chart: Gaps,
  picture: 'The form of open questions',
  Prose,
  scenes,
  ask: [
    'Which empty box matters most?',
    'Who could fill it, and what might stop them?',
    'How is “not found” different from “not true”?',
    'What would you ask under freedom of information?',
  ],
});
