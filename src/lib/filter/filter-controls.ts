// The filter controls: the evidence filter in the bar, the date on the timeline, and the strip that shows the
// active filter.
import {
  NO_FILTER,
  LEVELS,
  parseEvidence,
  isInactive,
  filterFromQuery,
  hiddenReasonFor,
  type EvidenceBasis,
  type EvidenceFilter,
} from '$lib/data/filter.ts';
import { formatDate } from '$lib/data/format.ts';
import { serializeQuery, parseQuery } from '$lib/url/query-state.ts';
import { filterProse } from './filter-prose.ts';

/** Returns the filter in the current address. */
export const currentFilter = (): EvidenceFilter => filterFromQuery(parseQuery(location.search));

const NAMES: Readonly<Record<EvidenceFilter['ev'], string>> = {
  all: 'everything',
  reported: 'two reports or better',
  confirmed: 'official only',
};

/** Counts the facts that a filter leaves visible, from the totals embedded in the page. */
function left(lens: EvidenceFilter): { shown: number; all: number } {
  const counts = Object.entries(
    // The evidence filter's markup embeds these counts by basis.
    JSON.parse(document.getElementById('statements')?.textContent ?? '{}') as Record<string, number>,
  ).map(([text, count]): [EvidenceBasis, number] => [parseEvidence(text), count]);
  const sum = (rows: readonly [EvidenceBasis, number][]): number =>
    rows.reduce((total, [, count]) => total + count, 0);
  return { shown: sum(counts.filter(([basis]) => hiddenReasonFor(basis, lens) === null)), all: sum(counts) };
}

/** Updates the strip and the panel for a filter. */
function say(lens: EvidenceFilter): void {
  const { shown, all } = left(lens);
  const day = lens.asof === null ? '' : `as known on ${formatDate(lens.asof)}`;
  const level = lens.ev === 'all' ? '' : NAMES[lens.ev];
  const says = [level, day].filter((part) => part !== '').join(', ');
  const count = `${shown} of the record’s ${all} facts remain.`;
  const strip = document.querySelector<HTMLElement>('[data-filter-banner]');
  if (strip) strip.hidden = isInactive(lens);
  document.documentElement.toggleAttribute('data-filtered', !isInactive(lens));
  const line = document.querySelector('[data-filter-status]');
  if (line) line.textContent = isInactive(lens) ? '' : `Shown: ${says}. ${count}`;
  const panel = document.querySelector('[data-filter-count]');
  if (panel) panel.textContent = isInactive(lens) ? `All ${all} facts of the record are shown.` : count;
  const button = document.querySelector('[data-filter-level]');
  if (button) button.textContent = lens.ev === 'all' ? '' : lens.ev === 'confirmed' ? 'official' : 'reported';
  for (const radio of document.querySelectorAll<HTMLInputElement>('#dimmer input'))
    radio.checked = radio.value === lens.ev;
  const select = document.querySelector<HTMLSelectElement>('[data-filter-day]');
  const value = lens.asof ?? 'latest';
  if (select && ![...select.options].some((option) => option.value === value)) {
    // A reader may choose a day on which nothing became public.
    select.add(new Option(formatDate(value), value));
  }
  if (select) select.value = value;
}

/** Updates the panel with the number of facts visible in each chapter. */
function sayChapters(lens: EvidenceFilter): void {
  const details = document.querySelector<HTMLDetailsElement>('[data-filter-visible]');
  const list = details?.querySelector('ul');
  if (!details || !list) return;
  details.hidden = isInactive(lens);
  list.replaceChildren(
    ...[...document.querySelectorAll('.chapter')].map((chapter) => {
      const says = [...chapter.querySelectorAll('.statement')];
      const shown = says.filter((one) => !one.hasAttribute('data-hidden-reason')).length;
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `#${chapter.id}`;
      link.textContent = chapter.querySelector('h2')?.textContent ?? '';
      const title = chapter.querySelector('.stage .title')?.textContent ?? '';
      item.append(link, `: ${shown} of ${says.length} sentences. ${title}`);
      return item;
    }),
  );
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-keep-filter]')) {
    link.search = serializeQuery({ ev: lens.ev, asof: lens.asof ?? 'latest' });
  }
}

/**
 * Binds the controls, applies the filter in the address, and keeps the two in sync.
 * @param changed is called with every filter except the inactive one that a page starts with; it may return a
 * promise
 */
export function filterControls(changed: (lens: EvidenceFilter) => void | Promise<void>): void {
  let touched = false;
  const take = async (lens: EvidenceFilter): Promise<void> => {
    if (!touched && isInactive(lens)) {
      say(lens);
      return;
    }
    touched = true;
    say(lens);
    filterProse(document, lens);
    await changed(lens);
    sayChapters(lens);
  };
  const choose = (change: Partial<EvidenceFilter>): void => {
    const lens = { ...currentFilter(), ...change };
    const state = parseQuery(location.search);
    const query = serializeQuery({ ...state, ev: lens.ev, asof: lens.asof ?? 'latest' });
    history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
    void take(lens);
  };
  for (const radio of document.querySelectorAll<HTMLInputElement>('#dimmer input'))
    radio.addEventListener('change', () => {
      choose({ ev: LEVELS.find((level) => level === radio.value) ?? 'all' });
    });
  const select = document.querySelector<HTMLSelectElement>('[data-filter-day]');
  select?.addEventListener('change', () => {
    choose({ asof: select.value === 'latest' ? null : select.value });
  });
  document.querySelector('[data-filter-clear]')?.addEventListener('click', () => {
    choose(NO_FILTER);
    document.querySelector<HTMLElement>('[data-filter-toggle]')?.focus();
  });
  for (const hidden of document.querySelectorAll<HTMLElement>('[data-date-filter]')) hidden.hidden = false;
  void take(currentFilter()).finally(() => {
    document.documentElement.removeAttribute('data-pending');
  });
}
