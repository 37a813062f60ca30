// Exists as the table of the README in a form that a test can hold every import line against.
/** Names of `d3` that count, measure or order: nothing that touches the page. */
const D3_NUMBERS = [
  /^(ascending|bin|bisect(Left|Right|Center|or)?|count|cross|cumsum|descending|deviation|difference)$/,
  /^(every|extent|fcumsum|filter|flatGroup|flatRollup|fsum|greatest(Index)?|group(s|Sort)?|index(es)?)$/,
  /^(intersection|least(Index)?|map|max(Index)?|mean|median(Index)?|merge|min(Index)?|mode|nice|pairs)$/,
  /^(permute|quantile(Index|Sorted)?|quickselect|range|rank|reduce|reverse|rollup(s)?|scan|some|sort|sum)$/,
  /^(superset|subset|disjoint|tickIncrement|ticks|tickStep|transpose|union|variance|zip)$/,
  /^(format|formatPrefix|formatSpecifier|formatLocale|precision(Fixed|Prefix|Round))$/,
  /^(time|utc)[A-Z]\w*$/,
  /^iso(Format|Parse)$/,
  /^force[A-Z]\w*$/,
];
const D3_SHAPES = [
  /^(scale[A-Z]\w*|tickFormat)$/,
  /^(arc|area|areaRadial|line|lineRadial|link|pie|pointRadial|radialArea|radialLine|stack)$/,
  /^(curve|link|stack|symbol)[A-Z]\w*$/,
  /^(symbol|symbols)$/,
];
/** Types of d3 are free, unless they belong to what draws by itself. */
export const D3_TYPES = [/^(?!.*(Selection|Transition|Zoom|Drag|Brush|\*))[A-Z]/];

/** The page itself, and the one import of Svelte that listens to it. */
export const PAGE = ['document', 'window', 'globalThis'];
export const PAGE_MODULE = 'svelte/reactivity/window';
export const CLOCK_AND_CHANCE = ['Date.now', 'new Date()', 'Date()', 'Math.random', 'performance', 'crypto'];
export const SUBJECT =
  /\b(palantir|met|police|mopac|khan|sadiq|mayor|london|contracts?|tapes?|tenders?|procurement|officers?|stakeholders?|evidence)\b/i;

export interface Room {
  /** Floors it may import by # name; its own goes without saying. */
  floors: readonly string[];
  /** Floors of which it may import types. */
  types?: readonly string[];
  /** Single modules of other floors, values included. */
  modules?: readonly string[];
  /** Packages; `any` still excludes those that belong to one room. */
  packages: readonly string[] | 'any';
  d3?: readonly RegExp[];
  mayTouchPage?: boolean;
  noSvelte?: boolean;
  noClock?: boolean;
  noSubject?: boolean;
}

const FLOORS = ['facts', 'series', 'charts', 'scroll', 'links', 'story'];

export const OUTSIDE: Room = {
  floors: [...FLOORS, 'data'],
  packages: 'any',
  d3: [...D3_NUMBERS, ...D3_SHAPES],
  mayTouchPage: true,
};

/** The table of the README, and the only place where it is law. */
export const ROOMS: Record<string, Room> = {
  facts: { floors: ['data'], packages: ['valibot'], noSvelte: true },
  series: {
    floors: ['facts'],
    packages: ['d3'],
    d3: [...D3_NUMBERS, ...D3_SHAPES],
    noSvelte: true,
    noClock: true,
  },
  charts: {
    floors: ['series'],
    types: ['facts'],
    modules: ['#facts/figures.ts'],
    packages: ['layercake', 'svelte', 'd3'],
    d3: D3_SHAPES,
  },
  scroll: { floors: [], packages: ['svelte'], mayTouchPage: true, noSubject: true },
  links: { floors: [], types: ['facts'], packages: [], noSvelte: true },
  story: { floors: FLOORS, packages: 'any', d3: [...D3_NUMBERS, ...D3_SHAPES] },
  routes: OUTSIDE,
  // The entry of embeds: like a route, it meets the page.
  embed: OUTSIDE,
  // The worker that keeps a build: it knows no page and nothing of the house.
  offline: { floors: [], packages: [], noSvelte: true, noSubject: true },
};
