import type { Poll } from '../schema.ts';
import { at, problem, type Place, type Problem } from './problem.ts';
import type { Reading } from './load-files.ts';

/** Shares are rounded to whole numbers, so that they may add up to 101. */
const MOST = 101;

/** Checks the shares of poll answers: rule 073. */
export function* polls({ polls: all }: Reading): Generator<Problem> {
  for (const poll of all) {
    const answers = answersOf(poll.row);
    for (const { path, percent } of answers) {
      if (percent < 0 || percent > 100) yield wrong(at(poll, ...path, 'percent'), 'from 0 to 100', percent);
    }
    const total = answers.reduce((sum, { percent }) => sum + percent, 0);
    if (total > MOST) yield wrong(poll, `together at most ${MOST}`, total);
  }
}

/** Returns every answer shown, with its path in the row. */
const answersOf = ({ yes, no, other }: Poll): { path: (string | number)[]; percent: number }[] => [
  { path: ['yes'], percent: yes.percent },
  ...(no ? [{ path: ['no'], percent: no.percent }] : []),
  ...other.map(({ percent }, index) => ({ path: ['other', index], percent })),
];

const wrong = (place: Place, expected: string, got: number) =>
  problem('073', place, {
    what: 'the shares of a poll are more than those asked',
    expected: `shares ${expected}`,
    got: String(got),
    fix: 'look the shares up again; answers to two questions are two rows',
  });
