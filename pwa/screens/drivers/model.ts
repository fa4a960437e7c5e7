import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { npsWavesIn, wavesOf } from '#core/sample/index.ts';
import { bandCountsOf } from '#core/scores/index.ts';
import {
  type Codebook,
  type CycleTally,
  concentrationsOf,
  countedOf,
  type DriverTable,
  driverTable,
  type EveryoneRow,
  everyoneRows,
  type InterviewFacts,
  inBand,
  raisedByTheme,
  tallyOf,
  themeTree,
  trajectoriesOf,
  withBroader,
  withoutWholes,
  wordsByNote,
} from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import { type EarlierCycle, followCodebook, followEarlier, followFacts } from './follow.ts';
import { type DriverLine, lineOf, type Order, ordered } from './lines.ts';
import { type Matrix, matrixCsv, matrixOf } from './matrix.ts';
import type { DriversNeeds } from './needs.ts';
import { driversCsv, everyoneCsv } from './table.ts';
import { makeWrittenModel, type WrittenModel } from './written.ts';

/** Whose interviews: those of one band, or of all, weighted. */
export type Whose = Band | 'everyone';

/** One value of a dimension. */
export interface SegmentChoice {
  dimension: string;
  value: string;
}

/** A theme of the last cycle that nobody raised in this one. */
export interface Gone {
  theme: string;
  name: string;
  k: number;
  n: number;
  since: string;
  now: number;
  beyondNoise: boolean;
}

/** Where the screen stands. Moved by the model alone. */
export type DriversView =
  | { kind: 'loading' }
  | { kind: 'noCycle' }
  | {
      kind: 'ready';
      table: DriverTable;
      /** In the order chosen. */
      rows: readonly DriverLine[];
      /** The same, most raised first. */
      lines: readonly DriverLine[];
      /** Earlier cycles exist, so that what moved can be told. */
      compared: boolean;
      gone: readonly Gone[];
    }
  | { kind: 'failed'; reason: string };

export interface DriversModel {
  view: ReadonlySignal<DriversView>;
  written: WrittenModel;
  whose: ReadonlySignal<Whose>;
  /** The segment on screen, null for all. Not used for everyone: a survey's weights are known for all who answered. */
  segment: ReadonlySignal<SegmentChoice | null>;
  /** Segments with interviews of the band, and how many. */
  segments: ReadonlySignal<readonly (SegmentChoice & { n: number })[]>;
  order: ReadonlySignal<Order>;
  /** Theme whose evidence is open; empty for none. */
  opened: ReadonlySignal<string>;
  /** Every theme weighted over all bands; empty until asked for. */
  everyone: ReadonlySignal<readonly EveryoneRow[]>;
  /** Themes by the segments of one dimension; null where no dimension has two. */
  matrix: ReadonlySignal<Matrix | null>;
  /** The interviews a driver rests on. */
  evidence(line: DriverLine): readonly InterviewFacts[];
  /** The codebook's theme that a mention counts for, with those it is a part of. */
  countsFor(mentioned: string, theme: string): boolean;
  show(whose: Whose): void;
  showSegment(segment: SegmentChoice | null): void;
  showDimension(dimension: string): void;
  orderBy(order: Order): void;
  open(theme: string): void;
  /** "[quote abcdef]" for a note of this cycle. */
  notes: ReadonlySignal<ReturnType<typeof wordsByNote>>;
  downloadCsv(): void;
  downloadMatrix(): void;
  dispose(): void;
}

/** The driver table, moving as interviews are tagged in any tab. */
export function makeDriversModel(deps: DriversNeeds): DriversModel {
  const whose = signal<Whose>('detractor');
  const segment = signal<SegmentChoice | null>(null);
  const order = signal<Order>('frequency');
  const opened = signal('');
  const dimension = signal('');
  const facts = signal<readonly InterviewFacts[] | null>(null);
  const earlier = signal<readonly EarlierCycle[]>([]);
  const codebook = signal<Codebook | null>(null);
  const trouble = signal('');
  const fail = (why: unknown) => {
    trouble.value = why instanceof Error ? why.message : String(why);
  };
  const written = makeWrittenModel(deps, codebook);
  const stops = [
    followFacts(deps, facts, fail),
    followEarlier(deps, earlier, fail),
    followCodebook(deps, codebook, fail),
    written.dispose,
  ];
  const cycle = computed(() => deps.state.cycles.value.find((c) => c.id === deps.state.cycle.value) ?? null);
  const band = computed((): Band => (whose.value === 'everyone' ? 'detractor' : whose.value));
  const kept = (all: readonly InterviewFacts[]) => inSegment(all, segment.value);
  const held = computed(() => inBand(countedOf(facts.value ?? []), band.value));
  const notes = computed(() => wordsByNote(facts.value ?? []));
  const tree = computed(() => codebook.value && themeTree(codebook.value));
  const concentrations = computed(() => {
    const book = codebook.value;
    return book
      ? concentrationsOf(withBroader(raisedByTheme(held.value, book), book), held.value)
      : new Map();
  });
  const table = computed(() =>
    facts.value && codebook.value ? driverTable(kept(facts.value), codebook.value, band.value) : null,
  );
  const before = computed((): CycleTally[] => {
    const book = codebook.value;
    if (!book) return [];
    return earlier.value.map((e) => tallyOf(e.cycle, kept(inBand(e.facts, band.value)), book));
  });
  const trajectories = computed(() => {
    const [now, entry] = [table.value, cycle.value];
    if (!now || !entry || before.value.every(({ n }) => n === 0)) return new Map();
    const raised = new Map(now.rows.map((row) => [row.theme, row.frequency.k]));
    const tally = { cycle: entry.id, name: entry.name, n: now.interviews[now.band], raised };
    return trajectoriesOf([...before.value, tally]);
  });
  const lines = computed((): readonly DriverLine[] => {
    const [now, book, nested] = [table.value, codebook.value, tree.value];
    if (!now || !book || !nested) return [];
    const parts = {
      codebook: book,
      tree: nested,
      concentrations: concentrations.value,
      trajectories: trajectories.value,
      notes: notes.value,
      pins: written.pins.value,
      paragraphs: written.paragraphs.value,
    };
    return withoutWholes(now.rows, (row) => row.frequency.k, nested).map((row) => lineOf(row, parts));
  });
  const gone = computed((): readonly Gone[] =>
    [...trajectories.value].flatMap(([theme, { kind, since, beyondNoise, points }]) => {
      if (kind !== 'gone' || !since) return [];
      const name = codebook.value?.all.get(theme)?.name ?? '';
      return [
        { theme, name, k: since.k, n: since.n, since: since.name, now: points.at(-1)?.n ?? 0, beyondNoise },
      ];
    }),
  );
  const view = computed((): DriversView => {
    if (trouble.value !== '') return { kind: 'failed', reason: trouble.value };
    if (deps.state.cycle.value === '') return { kind: 'noCycle' };
    if (!table.value) return { kind: 'loading' };
    const rows = ordered(lines.value, order.value);
    const compared = before.value.some(({ n }) => n > 0);
    return { kind: 'ready', table: table.value, rows, lines: lines.value, compared, gone: gone.value };
  });
  const everyone = computed(() => {
    if (whose.value !== 'everyone' || !facts.value || !codebook.value || !tree.value) return [];
    const { head } = wavesOf(
      deps.state.cycle.value,
      deps.state.cycles.value,
      npsWavesIn(deps.state.waves.value),
    );
    const rows = everyoneRows(facts.value, codebook.value, head && bandCountsOf(head.histogram));
    const raisedBy = ({ byBand }: EveryoneRow) => bands.reduce((sum, b) => sum + byBand[b].k, 0);
    return withoutWholes(rows, raisedBy, tree.value);
  });
  const matrix = computed(() =>
    matrixOf(
      concentrations.value,
      tree.value,
      (id) => codebook.value?.all.get(id)?.name ?? '',
      dimension.value,
      band.value,
    ),
  );
  const file = (made: { name: string; text: string }) => deps.files.save(made.name, 'text/csv', made.text);
  return {
    view,
    written,
    whose,
    segment,
    segments: computed(() => segmentsIn(held.value)),
    order,
    opened,
    everyone,
    matrix,
    notes,
    evidence(line) {
      const ids = new Set(line.interviews);
      return (facts.value ?? []).filter((f) => ids.has(f.interview));
    },
    countsFor(mentioned, theme) {
      const id = codebook.value?.resolve(mentioned) ?? mentioned;
      return id === theme || tree.value?.above(id).includes(theme) === true;
    },
    show(next) {
      batch(() => {
        whose.value = next;
        opened.value = '';
        const chosen = segment.value;
        if (chosen && inSegment(held.value, chosen).length === 0) segment.value = null;
      });
    },
    showSegment(next) {
      segment.value = next;
    },
    showDimension(next) {
      dimension.value = next;
    },
    orderBy(next) {
      order.value = next;
    },
    open(theme) {
      opened.value = opened.value === theme ? '' : theme;
    },
    downloadCsv() {
      const [now, name] = [view.value, cycle.value?.name ?? ''];
      if (now.kind !== 'ready') return;
      if (whose.value === 'everyone') file(everyoneCsv(everyone.value, name));
      else file(driversCsv(now.table, now.rows, name, segment.value?.value ?? ''));
    },
    downloadMatrix() {
      if (matrix.value) file(matrixCsv(matrix.value, cycle.value?.name ?? ''));
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

function inSegment(all: readonly InterviewFacts[], chosen: SegmentChoice | null): readonly InterviewFacts[] {
  return chosen ? all.filter((f) => f.segments[chosen.dimension] === chosen.value) : all;
}

function segmentsIn(held: readonly InterviewFacts[]): (SegmentChoice & { n: number })[] {
  const all = held.flatMap((f) => Object.entries(f.segments).filter(([, value]) => value));
  const groups = Map.groupBy(all, ([dimension, value]) => `${dimension}\n${value}`);
  return [...groups.values()]
    .map((same) => ({ dimension: same[0]?.[0] ?? '', value: same[0]?.[1] ?? '', n: same.length }))
    .sort(
      (a, b) => a.dimension.localeCompare(b.dimension, 'en') || b.n - a.n || (a.value < b.value ? -1 : 1),
    );
}
