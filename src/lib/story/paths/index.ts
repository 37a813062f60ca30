import * as Paths from '$lib/charts/paths/Paths.svelte';
import type { Path, PathsScene, Station } from '$lib/charts/paths/model.ts';
import { section } from '../section.ts';
import Prose from './Prose.svelte';

const happened = 'What is on record after the refusal; London, {block-public} to {cut-off}';
const proposed = 'What an early article proposed, with the facts found on each; United Kingdom';

/** Returns weights that emphasize one path and fade the others. */
const only = (path: Path): Record<Path, number> => ({
  'what-met-did': 0,
  'open-source': 0,
  'domestic-vendors': 0,
  hybrid: 0,
  [path]: 1,
});
const stops = (path: Path, ...ids: string[]): Station[] => ids.map((id) => ({ id, on: 1, path }));

const scenes: Record<string, PathsScene> = {
  'paths--two-decisions': {
    title: 'On one day City Hall let the pilot go on and ordered a contest.',
    subtitle: happened,
    words:
      'Below the cut end of the tape a solid path forks on {pilot-extended}: the staff pilot goes on, and a new competition is ordered.',
    paths: only('what-met-did'),
    stations: stops('what-met-did', 'what-met-did-1', 'what-met-did-2', 'rowley-speech'),
    fork: { on: 1, arms: ['the staff pilot goes on', 'a new contest is ordered'] },
    court: 0,
  },
  'paths--court': {
    title: 'Palantir’s lawyers wrote of a challenge; no claim or ruling was found.',
    subtitle: happened,
    words: 'A side path towards the courts leaves the solid one and fades out where the record stops.',
    paths: only('what-met-did'),
    stations: stops('what-met-did', 'palantir-legal-letter', 'what-met-did-7'),
    court: 1,
  },
  'paths--not-a-reply': {
    title: 'A list of planned purchases came out days later, as one had the year before.',
    subtitle: happened,
    words: 'A mark stands beside the path, not on it, tagged as probably coincidence, by our reading.',
    paths: only('what-met-did'),
    stations: [
      { id: 'pipeline-notices', on: 1, path: 'what-met-did', form: 'beside', tag: 'not on the path' },
      {
        id: 'what-met-did-6',
        on: 1,
        path: 'what-met-did',
        form: 'beside',
        tag: 'so probably coincidence',
      },
    ],
    court: 0,
  },
  'paths--open-source': {
    title: 'Open-source tools are real parts, and not the whole.',
    subtitle: proposed,
    words: 'A dashed path with stations for free tools, and a break in it marked as what must be built.',
    paths: only('open-source'),
    stations: [
      ...stops('open-source', 'open-source-1', 'open-source-2', 'open-source-4'),
      { id: 'open-source-3', on: 1, path: 'open-source', form: 'gap' },
    ],
    court: 0,
  },
  'paths--home-suppliers': {
    title: 'The two firms named as British are owned abroad; others sell parts.',
    subtitle: proposed,
    words: 'A dashed path of suppliers; two are tagged as founded here and owned abroad.',
    paths: only('domestic-vendors'),
    stations: [
      {
        id: 'domestic-vendors-1',
        on: 1,
        path: 'domestic-vendors',
        tag: 'founded here, owned abroad',
      },
      {
        id: 'domestic-vendors-2',
        on: 1,
        path: 'domestic-vendors',
        tag: 'founded here, owned abroad',
      },
      ...stops('domestic-vendors', 'domestic-vendors-6', 'domestic-vendors-5'),
    ],
    court: 0,
  },
  'paths--mixed': {
    title: 'Three forces on record mix their own work with bought software.',
    subtitle: proposed,
    words: 'A dashed path with police forces that mix their own work with bought software.',
    paths: only('hybrid'),
    stations: stops('hybrid', 'hybrid-1', 'hybrid-2', 'hybrid-4', 'hybrid-3'),
    court: 0,
  },
  'paths--other-authorities': {
    title: 'Soon after: a critical report by MPs, and an award to Palantir.',
    subtitle: 'Later events about the same firm; neither was about this contract; United Kingdom',
    words:
      'The paths stand back. Two marks of equal size, {fig-weeks-after-block} after the refusal: a report by MPs and a firearms-licensing award.',
    paths: { 'what-met-did': 0, 'open-source': 0, 'domestic-vendors': 0, hybrid: 0 },
    stations: [
      { id: 'science-committee-report', on: 1, path: 'what-met-did', form: 'later' },
      { id: 'firearms-contract', on: 1, path: 'what-met-did', form: 'later' },
    ],
    court: 0,
  },
};

export default section({
  id: 'paths',
  title: 'What came next, and {count-ways} ways on',
  question: 'If not this contract, then what?',
  opening: 'A month later came not a reversal and not a ban, but two decisions at once.',
  evidenceIds: 'pilot-extended',
  chart: Paths,
  picture: 'Loose ends',
  Prose,
  scenes,
  still: 'paths--two-decisions',
  ask: [
    'What does a break clause buy?',
    'Which path would you want tested first, and how?',
    'Can a trial make its supplier hard to replace?',
    'How would you know if one city’s no changed another’s plans?',
  ],
});
