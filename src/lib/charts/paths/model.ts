import type { Dataset } from '$lib/data/schema.ts';
import { fillTemplate } from '$lib/data/format.ts';
import { getById, pointsOf, findFact } from '$lib/data/lookup.ts';
import { toCells, evidenceLabel, toListItem, describeChart, labelFor } from '../model.ts';
import type { Scene, ChartModel, Words } from '../model.ts';

/** The paths, by their rows in the dataset: the actual outcome, and three that an early article proposed. */
export const PATHS = ['what-met-did', 'open-source', 'domestic-vendors', 'hybrid'] as const;
export type Path = (typeof PATHS)[number];

/** A fact on a path: a stop on the line, a mark beside the line, or a gap for a missing part. */
export interface Station {
  id: string;
  on: number;
  path: Path;
  form?: 'stop' | 'beside' | 'gap' | 'later';
  /** One more line: a correction of its earlier name, or how to read it. */
  tag?: string;
}

/** One complete state of the paths chart. */
export interface PathsScene extends Scene {
  /** How clearly each path is drawn: 0–1. */
  paths: Record<Path, number>;
  stations: Station[];
  /** The fork of the actual outcome: its presence (0–1) and the ends of its two arms. */
  fork?: { on: number; arms: readonly [string, string] };
  /** Whether the side path to the courts is shown: 0–1. */
  court: number;
}

/** Facts behind the fork and the side path: if hidden, the lines are not drawn. */
const FORK = 'what-met-did-1';
const COURT = 'what-met-did-7';

export interface StationMark extends Words {
  id: string;
  on: number;
  path: Path;
  form: NonNullable<Station['form']>;
  tag: string | null;
}

export interface PathsModel extends ChartModel {
  paths: { id: Path; name: string; lit: number; happened: boolean }[];
  stations: StationMark[];
  fork: { on: number; arms: readonly [string, string] } | null;
  court: number;
}

const FORMS = {
  stop: 'on the path',
  beside: 'beside the path',
  gap: 'a missing part',
  later: 'later, elsewhere',
} as const;

/**
 * Returns the model of the paths chart: the paths after the refusal, the facts on them, and the texts, table
 * and list of the same rows.
 */
export function pathsModel(facts: Dataset, scene: PathsScene): PathsModel {
  const shown = scene.stations.filter(({ on }) => on >= 0.5);
  const withheld = (id: string): boolean =>
    pointsOf(facts).some((point) => point.id === id && point.hiddenReason);
  const pathName = (id: Path): string => getById(facts.options, id).title;
  return {
    ...describeChart(
      facts,
      scene,
      shown.map(({ id }) => findFact(facts, id)),
    ),
    readingGuide:
      'From the cut end of the tape, the solid path is what happened; dashed paths are what an early article proposed. A dot is a fact. A break in a line is a part that is missing. None is marked as best.',
    table: {
      head: ['Fact', 'Path', 'Place', 'How sure', 'In full'],
      body: shown.map(({ id, path, form = 'stop', tag }) => {
        const row = findFact(facts, id);
        return toCells(facts, row.hiddenReason, row.hiddenReason ? row.handle : row.name, [
          pathName(path),
          `${FORMS[form]}${tag ? `; ${fillTemplate(facts, tag)}` : ''}`,
          `${evidenceLabel(row.evidence)}${row.inference ? '; our reading' : ''}`,
          row.text,
        ]);
      }),
      ids: shown.map(({ id }) => id),
    },
    plain: shown.map(({ id, path }) => {
      const row = findFact(facts, id);
      return toListItem(facts, row.hiddenReason, { label: pathName(path), text: row.name });
    }),
    paths: PATHS.map((id) => ({
      id,
      name: pathName(id),
      lit: scene.paths[id],
      happened: id === 'what-met-did',
    })),
    stations: scene.stations.map(({ id, on, path, form = 'stop', tag }) => {
      const words = labelFor(facts, id);
      return {
        id,
        on,
        path,
        form,
        ...words,
        tag: tag === undefined || words.note ? null : fillTemplate(facts, tag),
      };
    }),
    fork: scene.fork && !withheld(FORK) ? scene.fork : null,
    court: withheld(COURT) ? 0 : scene.court,
  };
}
