import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { type SegmentRef, type SelectionPlan, segmentsAtFirst, selectionPlan } from '#core/sample/index.ts';
import { type Made, makeDimensions, noEdits, type SegmentView } from '#core/segments/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { type Done, openSegmentsBook } from './codebook.ts';
import {
  type Counted,
  type CrossView,
  firstCross,
  followCross,
  followWave,
  type SegmentsView,
} from './counted.ts';
import { isShown, type Look, lookFrom, lookOf, plainLook, sameLook } from './look.ts';
import { followPlan } from './plan.ts';
import { keyOf, ordered, type Row } from './rows.ts';
import { crossCsv, segmentsCsv } from './table.ts';
import { makeValues, type ValuesModel } from './values.ts';

export type { Counted, CrossView, SegmentsView } from './counted.ts';

export type SegmentsNeeds = Pick<
  Deps,
  'replica' | 'session' | 'state' | 'files' | 'counter' | 'samePeople' | 'memory' | 'chance'
>;

export interface SegmentsModel {
  view: ReadonlySignal<SegmentsView>;
  cross: ReadonlySignal<CrossView>;
  /** The two dimensions crossed: those asked for, or where this survey lacks one, two that it has; null for the one-way map. */
  crossOn: ReadonlySignal<readonly [string, string] | null>;
  /** How the map is looked at; what was last used comes back. A filter changes no label. */
  look: ReadonlySignal<Look>;
  setLook(part: Partial<Look>): void;
  /** Saved views, shared by the team, and the one on screen, if it is one. */
  views: ReadonlySignal<readonly SegmentView[]>;
  viewOn: ReadonlySignal<SegmentView | null>;
  saveView(name: string): Promise<Done>;
  useView(id: string): void;
  removeView(id: string): Promise<Done>;
  /** Rows on screen, in order. */
  shown: ReadonlySignal<readonly Row[]>;
  /** Keys of ticked segments: the most urgent proposals until somebody decides. */
  ticked: ReadonlySignal<ReadonlySet<string>>;
  /** Nobody has changed the proposal yet. */
  proposal: ReadonlySignal<boolean>;
  /** Ticked segments in the order of the map, as the selection takes them. */
  chosen: ReadonlySignal<readonly SegmentRef[]>;
  toggle(row: Row): void;
  /** Ticks one segment in place of another that holds it, so that nobody is asked for twice. */
  swap(out: Row, into: Row): void;
  /** Back to the proposed segments. */
  propose(): void;
  /**
   * Keeps the proposal as it stands, for the screen where people are chosen; null where there is nothing to keep: somebody
   * has decided, or that screen proposes the same of itself, as it does while no pair is among them.
   */
  keep(): Promise<void> | null;
  /** Renaming, merging, binning and splitting the values of a dimension. */
  values: ValuesModel;
  /** What is on screen, the map or the cross. */
  downloadCsv(): void;
  dispose(): void;
}

/** Key under which this window remembers how the map was last looked at. */
export const lastLook = 'segments';

/** The segmentation map: counted from the wave, ticked into the cycle's document, edited in the codebook. */
export function makeSegmentsModel(deps: SegmentsNeeds): SegmentsModel {
  const look = signal(lookFrom(deps.memory.read(lastLook)));
  const view = signal<SegmentsView>({ kind: 'loading' });
  const cross = signal<CrossView>({ kind: 'none' });
  const plan = signal<SelectionPlan | null>(null);
  const book = openSegmentsBook(deps);
  const counted = computed(() => (view.value.kind === 'ready' ? view.value.counted : null));
  const sample = computed(() => counted.value?.head.sample ?? false);
  const crossNames = computed(() => crossIn(look.value, counted.value));
  const stops = [
    followWave(deps, book.edits, view),
    followCross(deps, counted, crossNames, cross),
    followPlan(deps, plan),
    effect(() => deps.memory.write(lastLook, JSON.stringify(look.value))),
    book.dispose,
  ];
  const rows = computed(() => counted.value?.rows ?? []);
  const ready = computed(() => (cross.value.kind === 'ready' ? cross.value : null));
  const shown = computed(() => {
    const { order } = look.value;
    const now = onlyKnown(look.value, counted.value);
    const dimensions = counted.value?.map.dimensions.map((d) => d.name) ?? [];
    const all = look.value.cross
      ? (ready.value?.cells.flat().filter((r) => r.segment.n > 0) ?? [])
      : rows.value;
    const inView = all.filter((row) => isShown(now, row));
    return ordered(inView, order, dimensions);
  });
  const ticked = computed((): ReadonlySet<string> => {
    const chosen = plan.value?.segments;
    if (chosen) return new Set(chosen.map(keyOf));
    return new Set(counted.value?.offered.slice(0, segmentsAtFirst).map((r) => r.key));
  });
  const chosen = computed(() =>
    chosenOf(rows.value, plan.value, ticked.value, book.edits(sample.value)?.made),
  );
  /** What must be made for segments of the map: a pair that was proposed has nobody's dimension yet. */
  const neededBy = (segments: readonly SegmentRef[]): Made[] => {
    const keys = new Set(segments.map(keyOf));
    return rows.peek().flatMap((row) => (keys.has(row.key) ? row.needs : []));
  };
  const write = async (segments: SegmentRef[] | null, needs: readonly Made[] = []) => {
    const cycle = parseId<'cycle'>(deps.state.cycle.peek());
    if (!cycle.ok) return;
    const { workspace, member } = deps.session;
    const doc = docName(workspace, 'cycle', cycle.value);
    const edits = book.edits(sample.peek()) ?? noEdits(sample.peek());
    await deps.replica.apply(
      [
        ...makeDimensions(needs, edits, docName(workspace, 'codebook')),
        // quotas were set for the segments before: the usual ones stand again
        selectionPlan.put(doc, 'plan', { segments, quotas: null }),
      ],
      { who: member, why: 'choose segments' },
    );
  };
  return {
    view,
    cross,
    crossOn: crossNames,
    look,
    setLook(part) {
      look.value = { ...look.value, ...part };
    },
    views: computed(() => book.views(sample.value)),
    viewOn: computed(() => book.views(sample.value).find((v) => sameLook(v, look.value)) ?? null),
    saveView: (name) => book.saveView(sample.peek(), name, look.peek()),
    useView(id) {
      const saved = book.views(sample.peek()).find((v) => v.id === id);
      look.value = saved ? lookOf(saved) : plainLook;
    },
    removeView: book.removeView,
    shown,
    ticked,
    proposal: computed(() => plan.value?.segments == null),
    chosen,
    toggle(row) {
      const now = chosen.peek();
      const without = now.filter((s) => keyOf(s) !== row.key);
      if (without.length < now.length) void write([...without], neededBy(without));
      else void write([...now, { ...row.ref }], [...neededBy(now), ...row.needs]);
    },
    swap(out, into) {
      const others = chosen.peek().filter((s) => keyOf(s) !== out.key && keyOf(s) !== into.key);
      void write([...others, { ...into.ref }], [...neededBy(others), ...into.needs]);
    },
    propose: () => void write(null),
    keep() {
      const now = chosen.peek();
      const needs = neededBy(now);
      return plan.peek()?.segments == null && needs.length > 0 ? write([...now], needs) : null;
    },
    values: makeValues(book, counted),
    downloadCsv() {
      const now = counted.peek();
      if (!now) return;
      const crossed = ready.peek();
      const { name, text } = crossed ? crossCsv(now, crossed, shown.peek()) : segmentsCsv(now, shown.peek());
      deps.files.save(name, 'text/csv', text);
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

/** The two dimensions to cross; a look may come from another survey, which has others. */
function crossIn({ cross }: Look, counted: Counted | null): readonly [string, string] | null {
  if (!cross || !counted) return null;
  const names = counted.map.dimensions.map((d) => d.name);
  return cross.every((name) => names.includes(name)) ? cross : firstCross(counted);
}

/** A dimension that this wave does not have filters nothing. */
function onlyKnown(look: Look, counted: Counted | null): Look {
  const known = look.only === '' || counted?.map.dimensions.some((d) => d.name === look.only);
  return known ? look : { ...look, only: '' };
}

/** What is ticked and there: lowest first as on the map, then those of crosses. */
function chosenOf(
  rows: readonly Row[],
  plan: SelectionPlan | null,
  ticked: ReadonlySet<string>,
  made: readonly Made[] = [],
): SegmentRef[] {
  const onMap = ordered(
    rows.filter((r) => ticked.has(r.key)),
    'lowest',
    [],
  ).map(({ ref }): SegmentRef => ({ ...ref }));
  const there = new Set(onMap.map(keyOf));
  const crossed = (plan?.segments ?? []).filter(
    (ref) => !there.has(keyOf(ref)) && made.some((m) => ref.dimension === `${m.of} × ${m.by}`),
  );
  return [...onMap, ...crossed];
}
