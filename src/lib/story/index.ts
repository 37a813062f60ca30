// The running order. START READING HERE: one line per section, in reading order.
import budgets from './budgets/index.ts';
import caseFor from './case-for/index.ts';
import ending from './ending/index.ts';
import paths from './paths/index.ts';
import positions from './positions/index.ts';
import reasons from './reasons/index.ts';
import roadHere from './road-here/index.ts';
import type { Section } from './section.ts';
import tensions from './tensions/index.ts';
import threshold from './threshold/index.ts';
import unknowns from './unknowns/index.ts';

/** The story: its sections in reading order. */
export const story: readonly Section[] = [
  threshold,
  reasons,
  roadHere,
  budgets,
  positions,
  caseFor,
  tensions,
  paths,
  unknowns,
  ending,
];
