import * as Money from '$lib/charts/money/Money.svelte';
import type { MoneyScene } from '$lib/charts/money/model.ts';
import { section } from '../section.ts';
import Prose from './Prose.svelte';

const contract = { id: 'contract', on: 1, of: { 'met-palantir-ceiling': 1 }, yearly: 1 };
const programme = {
  id: 'programme',
  on: 1,
  of: { 'nat-policeai-115m': 1 },
  yearly: 1,
  remark: 'for {fig-forces-43}',
};

const scenes: Record<string, MoneyScene> = {
  'budgets--early-claim': {
    title: 'One total has no source, so it gets no squares.',
    subtitle: 'Nothing is drawn to scale: the sum is an early article’s; police forces, United Kingdom',
    words: 'A dashed box holding only words: {seed-200m-earmarked}, unverified.',
    blocks: [],
    line: 0,
    boxes: [
      {
        id: 'seed-200m-earmarked',
        on: 1,
        text: 'An early article: {seed-200m-earmarked} for police AI. Unverified: found nowhere else.',
      },
    ],
  },
  'budgets--cut-short': {
    title: 'A {fig-treasury-plan-years} plan for police technology stopped after one year.',
    subtitle:
      'Treasury money for police technology in squares of {square}; England and Wales, by financial year',
    words:
      'A block of {nat-hmt-2425:squares} squares for the first year and three empty year boxes after it; {nat-hmt-234m} had been planned.',
    blocks: [{ id: 'treasury', on: 1, of: { 'nat-hmt-2425': 1 } }],
    line: 0,
    boxes: [
      {
        id: 'stopped',
        on: 1,
        text: 'Planned: {nat-hmt-234m} in all, mostly not paid',
        years: { of: 'nat-hmt-234m', after: 'nat-hmt-2425' },
      },
    ],
  },
  'budgets--new-promise': {
    title: 'The new national promise averages {nat-policeai-115m:year} a year.',
    subtitle:
      'Yearly average of a pledge in squares of {square}; England and Wales, {nat-policeai-115m:period}',
    words:
      '{nat-policeai-115m:year-squares} dashed squares, a year’s average of the national programme for {fig-forces-43}.',
    blocks: [programme],
    line: 0,
  },
  'budgets--side-by-side': {
    title: 'One force’s refused contract stands beside a pledge for {fig-forces-43}.',
    subtitle:
      'Average per year in squares of {square}: a refused ceiling for one force, a pledge for {fig-forces-43}',
    words:
      'Two blocks: {met-palantir-ceiling:year-squares} dashed squares for the Met’s refused contract, {nat-policeai-115m:year-squares} for the national programme, both per year.',
    blocks: [contract, programme],
    line: 0,
  },
  'budgets--same-supplier': {
    title: 'For this supplier, the Met’s contract was far larger than any other force’s on record.',
    subtitle:
      'Per year in squares of {square}: the refused ceiling’s average, and sums for two forces in other years',
    words:
      '{met-palantir-ceiling:year-squares} squares above {force-leics-palantir:year-squares} squares for Leicestershire and {force-beds-nectar:year-squares} paler ones for Bedfordshire.',
    blocks: [
      contract,
      { id: 'leicestershire', on: 1, of: { 'force-leics-palantir': 1 }, yearly: 1 },
      { id: 'bedfordshire', on: 1, of: { 'force-beds-nectar': 1 }, yearly: 1 },
    ],
    line: 0,
  },
  'budgets--against-everything': {
    title:
      'Not squares: a thousand dots for the Met’s yearly funding, {cmp-ceiling-met-funding:thousand} marked.',
    subtitle:
      'Share of {ctx-met-funding-2526} in {ctx-met-funding-2526:period}; the contract’s yearly average is for {met-palantir-ceiling:period}',
    words:
      'A thousand dots for the Met’s yearly funding with {cmp-ceiling-met-funding:thousand} marked for the refused contract’s yearly average.',
    blocks: [],
    line: 0,
    field: [{ id: 'cmp-ceiling-met-funding', on: 1 }],
  },
};

export default section({
  id: 'budgets',
  title: 'Is police AI money growing?',
  question: 'How does {met-palantir-ceiling:sum} compare, fairly?',
  opening: 'Is police money for AI going up? Parts of it are. The whole is hard to see.',
  chart: Money,
  picture: 'Sums side by side',
  Prose,
  scenes,
  still: 'budgets--side-by-side',
  ask: [
    'Which comparison makes the contract look big? Small?',
    'Why is a yearly average fairer than a total?',
    'What is the difference between promised, planned and spent?',
    'How would you show a number nobody can confirm?',
  ],
});
