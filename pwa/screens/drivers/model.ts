import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { followFacts } from '#core/browser/parts/followFacts.ts';
import type {
  Codebook,
  DriverTable,
  EveryoneRow,
  factsReader,
  InterviewFacts,
  wordsByNote,
} from '#core/themes/index.ts';
import { type Gone, makeFigures, type Whose } from './figures.ts';
import { type EarlierCycle, followCodebook, followEarlier } from './follow.ts';
import { type DriverLine, type Order, ordered } from './lines.ts';
import type { Matrix } from './matrix.ts';
import type { DriversNeeds } from './needs.ts';
import { inSegment, type SegmentChoice } from './segmentChoice.ts';
import { driversCsv, everyoneCsv, matrixCsv } from './table.ts';
import { makeWrittenModel, type WrittenModel } from './written.ts';

/** Where the screen stands. Moved by the model alone. */
export type DriversView =
  | { kind: 'loading' }
  | { kind: 'noCycle' }
  | {
      kind: 'ready';
      table: DriverTable;
      /** Interviews counted in each band, in all segments. */
      interviewed: DriverTable['interviews'];
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
  const chosen = signal<SegmentChoice | null>(null);
  const segment = computed(() => (whose.value === 'everyone' ? null : chosen.value));
  const order = signal<Order>('frequency');
  const opened = signal('');
  const dimension = signal('');
  const stored = signal<readonly InterviewFacts[] | null>(null);
  const before = signal<readonly EarlierCycle[]>([]);
  const reader = signal<ReturnType<typeof factsReader> | null>(null);
  const facts = computed(() => stored.value && (reader.value?.(stored.value) ?? null));
  const earlier = computed(() => {
    const read = reader.value;
    return read ? before.value.map((one) => ({ ...one, facts: read(one.facts) })) : [];
  });
  const codebook = signal<Codebook | null>(null);
  const trouble = signal('');
  const fail = (why: unknown) => {
    trouble.value = why instanceof Error ? why.message : String(why);
  };
  const written = makeWrittenModel(deps, codebook);
  const stops = [
    followFacts(deps, stored, fail),
    followEarlier(deps, before, fail),
    followCodebook(deps, codebook, reader, fail),
    written.dispose,
  ];
  const figures = makeFigures({
    state: deps.state,
    facts,
    earlier,
    codebook,
    written,
    whose,
    segment,
    dimension,
  });
  const { cycle, held, table, lines, tree } = figures;
  // what was looked at closely in one cycle may not be there in another
  const leave = effect(() => {
    void deps.state.cycle.value;
    batch(() => {
      chosen.value = null;
      opened.value = '';
    });
  });
  const view = computed((): DriversView => {
    if (trouble.value !== '') return { kind: 'failed', reason: trouble.value };
    if (deps.state.cycle.value === '') return { kind: 'noCycle' };
    if (!table.value) return { kind: 'loading' };
    const rows = ordered(lines.value, order.value);
    return {
      kind: 'ready',
      table: table.value,
      interviewed: figures.interviewed.value,
      rows,
      lines: lines.value,
      compared: figures.compared.value,
      gone: figures.gone.value,
    };
  });
  const file = (made: { name: string; text: string }) => deps.files.save(made.name, 'text/csv', made.text);
  return {
    view,
    written,
    whose,
    segment,
    segments: figures.segments,
    order,
    opened,
    everyone: figures.everyone,
    matrix: figures.matrix,
    notes: figures.notes,
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
        const kept = segment.value;
        if (kept && inSegment(held.value, kept).length === 0) chosen.value = null;
      });
    },
    showSegment(next) {
      chosen.value = next;
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
      if (whose.value === 'everyone') file(everyoneCsv(figures.everyone.value, name));
      else file(driversCsv(now.table, now.rows, name, segment.value?.value ?? ''));
    },
    downloadMatrix() {
      const matrix = figures.matrix.value;
      if (matrix) file(matrixCsv(matrix, cycle.value?.name ?? ''));
    },
    dispose() {
      leave();
      for (const stop of stops) stop();
    },
  };
}
