import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import { docName } from '#core/model/docName.ts';
import {
  type Codebook,
  codebookOf,
  type DriverRow,
  type DriverTable,
  driverTable,
  type InterviewFacts,
  theme,
} from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { driversCsv } from './table.ts';

export type DriversNeeds = Pick<Deps, 'replica' | 'facts' | 'session' | 'state' | 'files'>;

/** What the driver table is ordered by. `frequency`: most raised first; the others break ties by it. */
export type Order = 'frequency' | 'severity' | 'name' | 'accounts';

/** Where the screen stands. Moved by the model alone. */
export type DriversView =
  | { kind: 'loading' }
  | { kind: 'noCycle' }
  | { kind: 'ready'; table: DriverTable; rows: readonly DriverRow[] }
  | { kind: 'failed'; reason: string };

export interface DriversModel {
  view: ReadonlySignal<DriversView>;
  band: ReadonlySignal<Band>;
  order: ReadonlySignal<Order>;
  showBand(band: Band): void;
  orderBy(order: Order): void;
  downloadCsv(): void;
  dispose(): void;
}

/** The driver table, moving as interviews are tagged in any tab. */
export function makeDriversModel(deps: DriversNeeds): DriversModel {
  const band = signal<Band>('detractor');
  const order = signal<Order>('frequency');
  const facts = signal<readonly InterviewFacts[] | null>(null);
  const codebook = signal<Codebook | null>(null);
  const trouble = signal('');
  const fail = (why: unknown) => {
    trouble.value = why instanceof Error ? why.message : String(why);
  };
  const cycleName = () => deps.state.cycles.value.find((c) => c.id === deps.state.cycle.value)?.name ?? '';
  const stops = [followFacts(deps, facts, fail), followCodebook(deps, codebook, fail)];
  const view = computed((): DriversView => {
    if (trouble.value !== '') return { kind: 'failed', reason: trouble.value };
    if (deps.state.cycle.value === '') return { kind: 'noCycle' };
    if (!facts.value || !codebook.value) return { kind: 'loading' };
    const table = driverTable(facts.value, codebook.value, band.value);
    return { kind: 'ready', table, rows: ordered(table.rows, order.value) };
  });
  return {
    view,
    band,
    order,
    showBand(next) {
      band.value = next;
    },
    orderBy(next) {
      order.value = next;
    },
    downloadCsv() {
      const now = view.value;
      if (now.kind !== 'ready') return;
      const { name, text } = driversCsv(now.table, now.rows, cycleName());
      deps.files.save(name, 'text/csv', text);
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

/** Reads the cycle's interviews again whenever one changed or another cycle is on screen; a late answer never wins. */
function followFacts(
  deps: DriversNeeds,
  into: { value: readonly InterviewFacts[] | null },
  fail: (why: unknown) => void,
): () => void {
  let asked = 0;
  const read = async (cycle: string) => {
    const mine = ++asked;
    const found = cycle === '' ? [] : await deps.facts.ofCycle(cycle);
    if (mine === asked) into.value = found;
  };
  const stopWatch = deps.facts.watch(() => void read(deps.state.cycle.peek()).catch(fail));
  const stopEffect = effect(() => {
    const cycle = deps.state.cycle.value;
    into.value = null;
    void read(cycle).catch(fail);
  });
  return () => {
    asked++;
    stopWatch();
    stopEffect();
  };
}

function followCodebook(
  { replica, session }: DriversNeeds,
  into: { value: Codebook | null },
  fail: (why: unknown) => void,
): () => void {
  const name = docName(session.workspace, 'codebook');
  return followDoc(
    replica,
    name,
    (doc) => {
      into.value = codebookOf(doc.read(theme.collection));
    },
    fail,
  );
}

/** Sorting is steady, so rows that tie keep the order of the table: by frequency. */
function ordered(rows: readonly DriverRow[], order: Order): readonly DriverRow[] {
  switch (order) {
    case 'frequency':
      return rows;
    case 'severity':
      return rows.toSorted((a, b) => b.severity.level - a.severity.level);
    case 'name':
      return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
    case 'accounts':
      return rows.toSorted(
        (a, b) => b.impact.revenue - a.impact.revenue || b.impact.accounts - a.impact.accounts,
      );
  }
}
