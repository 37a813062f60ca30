import * as v from 'valibot';
import amounts from '#data/amounts.json';
import args from '#data/arguments.json';
import comparisons from '#data/comparisons.json';
import figures from '#data/figures.json';
import glossary from '#data/glossary.json';
import questions from '#data/open-questions.json';
import options from '#data/options.json';
import record from '#data/record.json';
import claims from '#data/seed-claims.json';
import sources from '#data/sources.json';
import stakeholders from '#data/stakeholders.json';
import tensions from '#data/tensions.json';
import timeline from '#data/timeline.json';
import updates from '#data/updates.json';
import { Facts } from './schema.ts';

/**
 * The whole record, typed. For the server and for tests: a page is sent only the facts it shows.
 * Throws if a row has not the shape of schema.ts, which the check before the build has already ruled out.
 */
export const facts: Facts = v.parse(Facts, {
  amounts,
  timeline,
  stakeholders,
  arguments: args,
  tensions,
  options,
  glossary,
  claims,
  sources,
  questions,
  figures,
  comparisons,
  updates,
  record,
});
