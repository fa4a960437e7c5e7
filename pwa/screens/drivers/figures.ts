import { computed, type ReadonlySignal } from '@preact/signals-core';
import { npsWavesIn, wavesOf } from '#core/sample/index.ts';
import { bandCountsOf } from '#core/scores/index.ts';
import {
  type Broader,
  broaderOf,
  byEachBand,
  type Codebook,
  type CycleTally,
  codedOf,
  concentrationsOf,
  countedOf,
  type DriverRow,
  type EveryoneRow,
  everyoneRows,
  type InterviewFacts,
  inBand,
  raisedWithBroader,
  type Trajectory,
  tallyOf,
  trajectoriesOf,
  withoutWholes,
  wordsByNote,
} from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import { countDrivers } from './counting.ts';
import type { EarlierCycle } from './follow.ts';
import { type DriverLine, lineOf } from './lines.ts';
import { matrixOf } from './matrix.ts';
import type { DriversNeeds } from './needs.ts';
import { inSegment, type SegmentChoice, segmentsIn } from './segmentChoice.ts';
import type { WrittenModel } from './written.ts';

/** Whose interviews: those of one band, or of all, weighted. */
export type Whose = Band | 'everyone';

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

/** What the figures are made from. */
export interface Sources {
  state: DriversNeeds['state'];
  facts: ReadonlySignal<readonly InterviewFacts[] | null>;
  earlier: ReadonlySignal<readonly EarlierCycle[]>;
  codebook: ReadonlySignal<Codebook | null>;
  written: WrittenModel;
  whose: ReadonlySignal<Whose>;
  segment: ReadonlySignal<SegmentChoice | null>;
  dimension: ReadonlySignal<string>;
}

/** Every figure of the screen, each made again only when something it is made from changed. */
export function makeFigures(from: Sources) {
  const { state, facts, earlier, codebook, written, whose, segment, dimension } = from;
  const cycle = computed(() => state.cycles.value.find((c) => c.id === state.cycle.value) ?? null);
  const band = computed((): Band => (whose.value === 'everyone' ? 'detractor' : whose.value));
  const kept = (all: readonly InterviewFacts[]) => inSegment(all, segment.value);
  const counted = computed(() => countedOf(facts.value ?? []));
  const held = computed(() => inBand(counted.value, band.value));
  const interviewed = computed(() => byEachBand((b) => inBand(counted.value, b).length));
  const notes = computed(() => wordsByNote(facts.value ?? []));
  const tree = computed((): Broader | null => codebook.value && broaderOf(codebook.value));
  const concentrations = computed(() => {
    const book = codebook.value;
    const coded = codedOf(held.value);
    return book ? concentrationsOf(raisedWithBroader(coded, book), coded) : new Map();
  });
  const table = countDrivers({ facts, codebook, segment, band });
  const before = computed((): CycleTally[] => {
    const book = codebook.value;
    if (!book) return [];
    return earlier.value.map((e) => tallyOf(e.cycle, kept(inBand(e.facts, band.value)), book));
  });
  const trajectories = computed((): ReadonlyMap<string, Trajectory> => {
    const [now, entry, book] = [table.value, cycle.value, codebook.value];
    if (!now || !entry || !book || before.value.every(({ n }) => n === 0)) return new Map();
    const moves = trajectoriesOf([...before.value, tallyOf(entry, kept(held.value), book)]);
    // What a call that still runs raises is not gone, though nothing is compared with that call yet.
    const raised = new Set(now.rows.map((row) => row.theme));
    return new Map([...moves].filter(([theme, { kind }]) => kind !== 'gone' || !raised.has(theme)));
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
      among: new Set(kept(held.value)),
      pins: written.pins.value,
      paragraphs: written.paragraphs.value,
    };
    // A broader theme that was tagged itself has a severity and words that its part has not.
    const own = new Set([...parts.among].flatMap((f) => f.mentions.map((m) => book.resolve(m.theme))));
    const isKept = ({ theme }: DriverRow) =>
      own.has(theme) || parts.pins.has(theme) || parts.paragraphs.has(theme);
    return withoutWholes(now.rows, (row) => row.frequency.k, nested, isKept).map((row) => lineOf(row, parts));
  });
  const gone = computed((): readonly Gone[] => {
    const silent = [...trajectories.value].flatMap(([theme, { kind, since, beyondNoise, points }]) => {
      if (kind !== 'gone' || !since) return [];
      const name = codebook.value?.all.get(theme)?.name ?? '';
      return [
        { theme, name, k: since.k, n: since.n, since: since.name, now: points.at(-1)?.n ?? 0, beyondNoise },
      ];
    });
    return tree.value ? withoutWholes(silent, (g) => g.k, tree.value) : silent;
  });
  const everyone = computed(() => {
    if (whose.value !== 'everyone' || !facts.value || !codebook.value || !tree.value) return [];
    const { head } = wavesOf(state.cycle.value, state.cycles.value, npsWavesIn(state.waves.value));
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
  const segments = computed(() => segmentsIn(held.value));
  const compared = computed(() => before.value.some(({ n }) => n > 0));
  return { cycle, held, interviewed, notes, tree, table, lines, gone, compared, everyone, matrix, segments };
}
