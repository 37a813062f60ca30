import type { Argument, Stakeholder } from '../schema.ts';
import type { Row } from './structure.ts';
import { at, problem, show, type Problem } from './problem.ts';
import type { Reading } from './load-files.ts';

/** Checks stances, arguments and quotations: rules 047 to 049. */
export function* voices({ stakeholders, arguments: args, timeline }: Reading): Generator<Problem> {
  const byId = new Map(stakeholders.map(({ row }) => [row.id, row]));
  for (const stakeholder of stakeholders) yield* stance(stakeholder);
  for (const argument of args) {
    const makers = argument.row.madeBy.flatMap((id) => byId.get(id) ?? []);
    yield* somebodys(argument);
    // Rule 014 reports missing makers.
    if (makers.length === argument.row.madeBy.length) yield* cityHall(argument, makers);
    for (const maker of makers) yield* listed(argument, maker);
  }
  for (const place of [...timeline, ...stakeholders]) {
    const { quote, sources } = place.row;
    if (!quote || sources.includes(quote.source)) continue;
    yield problem('049', at(place, 'quote', 'source'), {
      what: 'the quotation’s source is not one of its row’s',
      expected: `one of ${show(sources)}`,
      got: show(quote.source),
      fix: 'name the text in which the words were read',
    });
  }
}

function* stance(stakeholder: Row<Stakeholder>): Generator<Problem> {
  const { row } = stakeholder;
  const none = row.basis === 'none-found';
  const wrong = (field: keyof Stakeholder, expected: string) =>
    problem('047', at(stakeholder, field), {
      what: `the ${field} does not go with the basis ${show(row.basis)}`,
      expected,
      got: show(row[field]),
      fix: 'see how positions were coded in data/README.md',
    });

  if (none !== (row.stance === null)) yield wrong('stance', none ? 'null' : 'a stance');
  if (none !== (row.evidence === null)) yield wrong('evidence', none ? 'null' : 'a label');
  if (none !== (row.bloc === 'none-found')) yield wrong('bloc', none ? '"none-found"' : 'another bloc');
  if (row.evidence !== null && (row.basis === 'seed-only') !== (row.evidence === 'unconfirmed')) {
    yield wrong('basis', '"seed-only" exactly where the label is "unconfirmed"');
  }
  if (row.stance !== null && row.statedOn === null && row.note === null) {
    yield wrong('statedOn', 'the date of a statement, or a note that says why there is none');
  }
}

function* somebodys(argument: Row<Argument>): Generator<Problem> {
  const { madeBy, madeByOther, counterBy, counterByOther } = argument.row;
  const nobody = (field: 'madeBy' | 'counterBy') =>
    problem('048', at(argument, field), {
      what: field === 'madeBy' ? 'nobody makes the argument' : 'nobody gives the answer',
      expected: `somebody in ${field} or ${field}Other`,
      got: '[]',
      fix: 'say whose it is',
    });
  if (madeBy.length + madeByOther.length === 0) yield nobody('madeBy');
  if (counterBy.length + counterByOther.length === 0) yield nobody('counterBy');
}

function* cityHall(argument: Row<Argument>, makers: readonly Stakeholder[]): Generator<Problem> {
  const { cityHall: code } = argument.row;
  const gave = makers.some(({ bloc }) => bloc === 'city-hall');
  if (gave === (code === 'reason' || code === 'voiced-not-decisive')) return;
  yield problem('048', at(argument, 'cityHall'), {
    what: 'City Hall’s code does not fit who makes the argument',
    expected: gave ? '"reason" or "voiced-not-decisive"' : '"second-hand-only" or "none-found"',
    got: show(code),
    fix: 'mend the code or madeBy: a reason is City Hall’s only if City Hall gave it',
  });
}

function* listed(argument: Row<Argument>, maker: Stakeholder): Generator<Problem> {
  const { id, madeBy } = argument.row;
  if (maker.arguments.includes(id)) return;
  yield problem('048', at(argument, 'madeBy', madeBy.indexOf(maker.id)), {
    what: 'the maker’s own row does not list the argument',
    expected: `${show(id)} among the arguments of ${maker.id}`,
    got: show(maker.arguments),
    fix: 'write it in both rows',
  });
}
