import * as Reasons from '$lib/charts/reasons/Reasons.svelte';
import type { ReasonsScene, Slip } from '$lib/charts/reasons/model.ts';
import { section } from '../section.ts';
import Prose from './Prose.svelte';

const subtitle =
  'Reasons for refusing the contract, City Hall’s as it gives them; London, {block-public:year}';

const rules: Slip = {
  id: 'procurement-rules',
  on: 1,
  under: 'grounds',
  answer: 'met-response',
  answerText: 'No answer on the rules was found',
};
const supplier: Slip = {
  id: 'speed-check-first-3',
  on: 1,
  under: 'grounds',
  text: 'One supplier',
  answer: 'domestic-manageable-3',
};
const value: Slip = { id: 'value-for-money', on: 1, under: 'grounds', answer: 'speed-faster-2' };
const ethics: Slip = { id: 'supplier-ethics', on: 1, under: 'voiced', answer: 'palantir-hits-back' };
const others: Slip[] = ['vendor-lock-in', 'privacy', 'surveillance-bias', 'data-sovereignty'].map((id) => ({
  id,
  on: 1,
  under: 'others',
  ...(id === 'surveillance-bias' ? { text: 'Bias' } : {}),
}));
const ghost: Slip = {
  id: 'framed-lockin',
  on: 1,
  under: 'not-found',
  text: 'Lock-in, as an early article had it',
};

const scenes: Record<string, ReasonsScene> = {
  'reasons--who-signs': {
    title: 'Several names, and one decision.',
    subtitle: 'Who decided on the contract; City Hall, London, {block-public:year}',
    words: 'Cards for the mayor, his deputy and their office, joined by a bracket marked one decision.',
    signers: ['sadiq-khan', 'comer-schwartz', 'mopac'].map((id) => ({ id, on: 1 })),
    slips: [],
  },
  'reasons--broken-rules': {
    title: 'First ground: City Hall said buying rules were breached.',
    subtitle,
    words:
      'Under City Hall’s grounds lies the slip Buying rules; no answer by the Met on the rules was found.',
    signers: [],
    slips: [rules],
  },
  'reasons--one-supplier': {
    title: 'Second ground: City Hall said only one supplier was considered.',
    subtitle,
    words: 'Two slips under City Hall’s grounds; the Met’s answer is pinned to the second.',
    signers: [],
    slips: [rules, supplier],
  },
  'reasons--value': {
    title: 'Third ground: City Hall said value for money had not been shown.',
    subtitle,
    words:
      'Three slips now fill City Hall’s grounds: buying rules, one supplier, value for money, with the answers that were found.',
    signers: [],
    slips: [rules, supplier, value],
  },
  'reasons--values': {
    title: 'Values were voiced, and by City Hall’s account could not decide.',
    subtitle,
    words:
      'One slip, Supplier ethics, lies alone under the heading Could not decide, with Palantir’s answer.',
    signers: [],
    slips: [rules, supplier, value, ethics],
  },
  'reasons--lock-in': {
    title: 'Lock-in, privacy and bias are other people’s reasons.',
    subtitle,
    words:
      'The lock-in slip lies among other people’s reasons; a dashed outline marks where an early article had put it.',
    signers: [],
    slips: [rules, supplier, value, ethics, ...others, ghost],
  },
};

export default section({
  id: 'reasons',
  title: 'Why City Hall said no',
  question: 'What were the reasons, and whose were they?',
  opening: 'City Hall gave its reasons. Others added theirs. It helps to keep them apart.',
  evidenceIds: 'block-public',
  chart: Reasons,
  picture: 'Whose reason is whose',
  Prose,
  scenes,
  ask: [
    'Which of these grounds could a court test?',
    'Should a buyer be allowed to weigh a seller’s values?',
    'Can a rule be broken and the product still be good?',
    'What would you need to see to know the price was fair?',
  ],
});
