import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { docName } from '#core/model/docName.ts';
import { type CycleId, parseId } from '#core/model/ids.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import { type SegmentRef, type SelectionPlan, selectionPlan, wavesOf } from '#core/sample/index.ts';
import { type SegmentMap, segmentsOf } from '#core/segments/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { keyOf, type Order, ordered, type Row, rowsOf } from './rows.ts';
import { segmentsCsv } from './table.ts';

export type SegmentsNeeds = Pick<Deps, 'replica' | 'waves' | 'session' | 'state' | 'files'>;

/** The counted map of a wave and what it is compared with. */
export interface Counted {
  head: WaveHead;
  /** The wave of the cycle before, when there is one. */
  earlier: WaveHead | null;
  map: SegmentMap;
  rows: readonly Row[];
}

/** Where the screen stands. Moved by the model alone. */
export type SegmentsView =
  | { kind: 'loading' }
  | { kind: 'noWave' }
  | { kind: 'ready'; counted: Counted }
  | { kind: 'failed'; fault: WaveStoreFault };

export interface SegmentsModel {
  view: ReadonlySignal<SegmentsView>;
  order: ReadonlySignal<Order>;
  /** Dimension on screen; empty for all. A filter changes no label: tests were corrected over each whole dimension. */
  only: ReadonlySignal<string>;
  /** Rows on screen, in order. */
  shown: ReadonlySignal<readonly Row[]>;
  /** Keys of ticked segments: the most urgent proposals until somebody decides. */
  ticked: ReadonlySignal<ReadonlySet<string>>;
  /** Nobody has changed the proposal yet. */
  proposal: ReadonlySignal<boolean>;
  /** Ticked segments in the order of the map, as the selection takes them. */
  chosen: ReadonlySignal<readonly SegmentRef[]>;
  orderBy(order: Order): void;
  showOnly(dimension: string): void;
  toggle(key: string): void;
  /** Back to the proposed segments. */
  propose(): void;
  downloadCsv(): void;
  dispose(): void;
}

/** The segmentation map: counted from the wave, ticked into the cycle's document. */
export function makeSegmentsModel(deps: SegmentsNeeds): SegmentsModel {
  const order = signal<Order>('lowest');
  const only = signal('');
  const view = signal<SegmentsView>({ kind: 'loading' });
  const plan = signal<SelectionPlan | null>(null);
  const stops = [followWave(deps, view), followPlan(deps, plan)];
  const counted = computed(() => (view.value.kind === 'ready' ? view.value.counted : null));
  const rows = computed(() => counted.value?.rows ?? []);
  const shown = computed(() => {
    const dimensions = counted.value?.head.dimensions ?? [];
    const inView = rows.value.filter((r) => only.value === '' || r.segment.dimension === only.value);
    return ordered(inView, order.value, dimensions);
  });
  const ticked = computed((): ReadonlySet<string> => {
    const chosen = plan.value?.segments;
    if (chosen) return new Set(chosen.map(keyOf));
    return new Set(rows.value.filter((r) => r.first).map((r) => r.key));
  });
  const chosen = computed(() =>
    ordered(rows.value, 'lowest', [])
      .filter((r) => ticked.value.has(r.key))
      .map(({ segment: { dimension, value } }): SegmentRef => ({ dimension, value })),
  );
  const write = (segments: SegmentRef[] | null) => {
    const cycle = parseId<'cycle'>(deps.state.cycle.peek());
    if (!cycle.ok) return;
    const doc = docName(deps.session.workspace, 'cycle', cycle.value);
    // quotas were set for the segments before: the usual ones stand again
    const change = selectionPlan.put(doc, 'plan', { segments, quotas: null });
    void deps.replica.apply([change], { who: deps.session.member, why: 'choose segments' });
  };
  return {
    view,
    order,
    only,
    shown,
    ticked,
    proposal: computed(() => plan.value?.segments == null),
    chosen,
    orderBy(next) {
      order.value = next;
    },
    showOnly(dimension) {
      only.value = dimension;
    },
    toggle(key) {
      const row = rows.peek().find((r) => r.key === key);
      if (!row) return;
      const { dimension, value } = row.segment;
      const now = chosen.peek();
      const without = now.filter((s) => keyOf(s) !== key);
      write(without.length < now.length ? without : [...now, { dimension, value }]);
    },
    propose: () => write(null),
    downloadCsv() {
      const now = counted.peek();
      if (!now) return;
      const { name, text } = segmentsCsv(now, shown.peek());
      deps.files.save(name, 'text/csv', text);
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

/** Counts again whenever another cycle or wave is on screen; a late answer never wins. */
function followWave(deps: SegmentsNeeds, view: { value: SegmentsView }): () => void {
  let asked = 0;
  let shown = '';
  const stop = effect(() => {
    const { cycle, cycles, waves } = deps.state;
    const { head, earlier } = wavesOf(cycle.value, cycles.value, waves.value);
    const wanted = `${head?.id} ${earlier?.id}`;
    if (wanted === shown) return;
    shown = wanted;
    const mine = ++asked;
    if (!head) {
      view.value = { kind: 'noWave' };
      return;
    }
    view.value = { kind: 'loading' };
    void count(deps, head, earlier).then((next) => {
      if (mine === asked) view.value = next;
    });
  });
  return () => {
    asked++;
    stop();
  };
}

/**
 * Counted here, not in a worker: two waves of a million rows by eight dimensions take about 50 ms, less than handing the
 * columns over would.
 */
async function count(deps: SegmentsNeeds, head: WaveHead, earlier: WaveHead | null): Promise<SegmentsView> {
  try {
    const [now, then] = await Promise.all([
      deps.waves.columns(head.id),
      earlier ? deps.waves.columns(earlier.id) : null,
    ]);
    if (!now.ok) return { kind: 'failed', fault: now.why };
    // an earlier wave that cannot be read takes the comparison away, not the map
    const compared = then?.ok ? earlier : null;
    const map = segmentsOf(now.value, then?.ok ? then.value : undefined);
    return { kind: 'ready', counted: { head, earlier: compared, map, rows: rowsOf(map) } };
  } catch (why) {
    return {
      kind: 'failed',
      fault: { kind: 'unavailable', reason: why instanceof Error ? why.message : '' },
    };
  }
}

/** Follows the selection of the cycle on screen, in whichever tab or on whichever device it is changed. */
function followPlan(deps: SegmentsNeeds, plan: { value: SelectionPlan | null }): () => void {
  let leave = () => {};
  const stop = effect(() => {
    const cycle = parseId<'cycle'>(deps.state.cycle.value);
    leave();
    plan.value = null;
    if (cycle.ok) leave = follow(deps, cycle.value, plan);
  });
  return () => {
    stop();
    leave();
  };
}

function follow(deps: SegmentsNeeds, cycle: CycleId, plan: { value: SelectionPlan | null }): () => void {
  let left = false;
  let doc: OpenDoc | null = null;
  let stop = () => {};
  void deps.replica.open(docName(deps.session.workspace, 'cycle', cycle)).then((opened) => {
    if (left) return opened.close();
    doc = opened;
    const read = () => {
      const fields = opened.read(selectionPlan.collection).get('plan');
      const parsed = fields ? selectionPlan.parse('plan', fields) : null;
      plan.value = parsed?.ok ? parsed.value : null;
    };
    stop = opened.watch(read);
    read();
  });
  return () => {
    left = true;
    stop();
    doc?.close();
  };
}
