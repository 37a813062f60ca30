// The running order. START READING HERE: one line a section, in the order they are read.
import budgets from './budgets/index.ts';
import ending from './ending/index.ts';
import positions from './positions/index.ts';
import roadHere from './road-here/index.ts';
import type { Section } from './section.ts';
import threshold from './threshold/index.ts';

/** The story: its sections in reading order. */
export const story: readonly Section[] = [threshold, roadHere, budgets, positions, ending];
