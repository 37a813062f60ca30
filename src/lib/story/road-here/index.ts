import * as Dates from '$lib/charts/dates/Dates.svelte';
import { day, type DatesScene } from '$lib/charts/dates/model.ts';
import { section } from '../section.ts';
import Prose from './Prose.svelte';

const lit = (...ids: string[]) => ids.map((id) => ({ id, on: 1 }));
const measure = 'Events by date, to the day, month or year known';

const scenes: Record<string, DatesScene> = {
  'road-here--first-trials': {
    title: 'The first trials are known only roughly, years before this story.',
    subtitle: `${measure}; London and abroad, {met-crime-mapping-trial:year} to {new-orleans-expose:year}`,
    words:
      'A timeline from {met-crime-mapping-trial:year}, each mark as long as its date is uncertain: a bar for a Met crime-map trial, a dot for the sign-off line on record, a pale band for the exposure of a scheme in New Orleans.',
    from: day('2014-03'),
    to: day('2019-02'),
    lit: lit('met-crime-mapping-trial', 'mopac-500k-threshold', 'new-orleans-expose'),
    lanes: { contract: 1, 'staff-pilot': 0, elsewhere: 1 },
    cut: 0,
  },
  'road-here--into-the-state': {
    title: 'Health, refugee and defence deals, one by one.',
    subtitle: `${measure}; United Kingdom, {nhs-covid-store:year} to {mod-2025-agreement:year}`,
    words:
      'Six marks on the thin lane for health, refugee and defence contracts, from {nhs-covid-store} to {mod-2025-agreement}.',
    from: day('2020-02'),
    to: day('2026-01-20'),
    lit: lit(
      'nhs-covid-store',
      'mod-2022-agreement',
      'homes-for-ukraine-warning',
      'nhs-fdp-award',
      'mod-strategic-partnership',
      'mod-2025-agreement',
    ),
    lanes: { contract: 0, 'staff-pilot': 0, elsewhere: 1 },
    cut: 0,
  },
  'road-here--other-forces': {
    title: 'Two forces’ systems are known; most, campaigners say, would not tell.',
    subtitle: `${measure}; police forces in England, {leicestershire-contract:year} to {foi-complaint:year}`,
    words:
      'A year-wide band for Leicestershire, a year-wide band for Bedfordshire, and two dots in June {nectar-revealed:year}.',
    from: day('2023-12-20'),
    to: day('2025-12-31'),
    lit: lit('leicestershire-contract', 'bedfordshire-results', 'nectar-revealed', 'foi-complaint'),
    lanes: { contract: 0, 'staff-pilot': 0, elsewhere: 1 },
    cut: 0,
  },
  'road-here--staff-pilot': {
    title: 'The staff pilot ran in a lane of its own.',
    subtitle: `${measure}; Metropolitan Police, {pilot-dpia} to {federation-legal-advice}`,
    words:
      'A separate lane with four marks; one, on {met-pilot-results}, carries two readings side by side: {fig-arrests-three}, or {fig-arrests-two} and {fig-suspensions-two}.',
    from: day('2025-10-20'),
    to: day('2026-05-04'),
    lit: [
      ...lit('pilot-dpia', 'met-misconduct-pilot-revealed'),
      {
        id: 'met-pilot-results',
        on: 1,
        tag: '{fig-arrests-three}, or {fig-arrests-two} and {fig-suspensions-two}',
      },
      ...lit('federation-legal-advice'),
    ],
    lanes: { contract: 0, 'staff-pilot': 1, elsewhere: 0 },
    cut: 0,
  },
  'road-here--talks': {
    title: 'A demonstration, a news story, then word that the mayor might step in.',
    subtitle: `${measure}; London, {met-intel-demo} to {khan-signals-block}`,
    words:
      'The contract lane starts with a bar for {met-intel-demo} and dots on {met-talks-revealed:day} and {khan-signals-block:day}.',
    from: day('2026-02-24'),
    to: day('2026-05-04'),
    lit: lit('met-intel-demo', 'met-talks-revealed', 'khan-signals-block'),
    lanes: { contract: 1, 'staff-pilot': 0, elsewhere: 0 },
    cut: 0,
  },
  'road-here--two-days': {
    title: 'Decided one day, known the next: there the tape is cut.',
    subtitle: `${measure}; London, {dmpc-refusal} and {block-public}`,
    words:
      'A hollow dot on {dmpc-refusal:day} and a solid dot on {block-public}, one day apart; the tape is cut between them.',
    from: day('2026-05-17'),
    to: day('2026-05-26'),
    lit: [
      { id: 'dmpc-refusal', on: 1, tag: 'decided' },
      { id: 'block-public', on: 1, tag: 'known' },
      ...lit('met-response', 'campaigners-welcome'),
    ],
    between: { on: 1, from: 'dmpc-refusal', to: 'block-public' },
    lanes: { contract: 1, 'staff-pilot': 0, elsewhere: 0 },
    cut: 1,
  },
  'road-here--as-known': {
    title: 'On {block-public:day} the public could not yet see all that is known now.',
    subtitle: `${measure}, as public on {block-public}; London`,
    words: 'The same timeline as it looked on {block-public}, with what became known later as outlines.',
    from: day('2026-02-15'),
    to: day('2026-07-01'),
    lit: lit(
      'met-misconduct-pilot-revealed',
      'met-talks-revealed',
      'khan-signals-block',
      'dmpc-refusal',
      'block-public',
      'palantir-legal-letter',
      'pilot-extended',
    ),
    lanes: { contract: 1, 'staff-pilot': 1, elsewhere: 0 },
    cut: 1,
    asOf: { on: 1, date: '2026-05-21' },
  },
};

export default section({
  id: 'road-here',
  title: 'The road here',
  question: 'How did it come to this?',
  opening: 'No contract this size starts on the day it stops.',
  chart: Dates,
  picture: 'The road in dates',
  Prose,
  scenes,
  ask: [
    'How does a chart show that a date is vague?',
    'Is a free trial free?',
    'Why might a force not say what it has bought?',
    'What changes when you see only what was known that day?',
  ],
});
