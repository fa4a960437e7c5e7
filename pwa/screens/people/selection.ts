import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import {
  type Draw,
  defaultQuotas,
  drawSample,
  type KnownReason,
  type PlanStanding,
  type Quota,
  remainingQuotas,
  rosterEntry,
  rosterEntryOf,
  type SegmentRef,
  selectionPlan,
  standingOf,
} from '#core/sample/index.ts';
import type { Band } from '#core/waves/index.ts';
import type { CycleParts } from './cycleDoc.ts';
import type { PeopleNeeds } from './needs.ts';
import { type Pool, type Read, type ReadWave, readPool } from './reading.ts';

/** The selection as it stands, drawn. */
export interface Selection {
  segments: readonly SegmentRef[];
  /** As planned, and what is left of them once the roster is taken off. */
  quotas: readonly Quota[];
  wanted: readonly Quota[];
  standing: PlanStanding;
  seed: string;
  /** People on the roster already. */
  onRoster: number;
  pool: Pool;
  draw: Draw;
}

export type SelectionView =
  | { kind: 'loading' }
  /** The survey names nobody, or nobody who can be reached. */
  | { kind: 'noPeople'; unnamed: boolean }
  | { kind: 'failed'; fault: Extract<Read<never>, { kind: 'failed' }>['fault'] }
  | { kind: 'ready'; selection: Selection };

export interface SelectionModel {
  view: ReadonlySignal<SelectionView>;
  setWant(segment: SegmentRef | null, band: Band, want: number): void;
  /** Back to the usual quotas. */
  usual(): void;
  setSeed(seed: string): void;
  /** Another draw: a new seed. */
  drawAgain(): void;
  /** Puts the people drawn on the roster. Resolves to their keys. */
  confirm(): Promise<readonly string[]>;
  dispose(): void;
}

/** Most people a quota may ask for: a typing slip must not plan a year of calls. */
export const mostWanted = 99;

export function makeSelection(
  deps: PeopleNeeds,
  wave: ReadonlySignal<ReadWave | null>,
  cycle: ReadonlySignal<CycleParts | null>,
  lately: ReadonlySignal<ReadonlyMap<string, KnownReason>>,
): SelectionModel {
  const plan = computed(() => planOf(wave.value, cycle.value, deps.state.cycle.value));
  const pool = signal<Read<Pool> | null>(null);
  const stop = followPool(deps, wave, plan, pool);
  const view = computed((): SelectionView => {
    const read = pool.value;
    const [here, now] = [cycle.value, plan.value];
    if (!read || !here || !now) return { kind: 'loading' };
    if (read.kind === 'failed') return read;
    const { people } = read.value;
    if (!people.some((p) => p.email !== '' || p.phone !== ''))
      return { kind: 'noPeople', unnamed: people.every((p) => p.name === '') };
    const wanted = remainingQuotas(now.quotas, here.roster);
    const draw = drawSample(people, wanted, seededChance(now.seed), knownIn(here, lately.value));
    const onRoster = here.roster.length;
    return {
      kind: 'ready',
      selection: { ...now, wanted, standing: standingOf(now.quotas), onRoster, pool: read.value, draw },
    };
  });
  const write = (fields: Parameters<typeof selectionPlan.put>[2]) => {
    const doc = cycle.peek()?.doc;
    if (!doc) return;
    const change = selectionPlan.put(doc, 'plan', fields);
    void deps.replica.apply([change], { who: deps.session.member, why: 'plan the selection' });
  };
  return {
    view,
    setWant(segment, band, want) {
      const now = plan.peek();
      if (now) write({ quotas: withWant(now.quotas, segment, band, want) });
    },
    usual: () => write({ quotas: null }),
    setSeed: (seed) => write({ seed: seed.trim() }),
    drawAgain: () => write({ seed: newId(deps.chance).slice(0, 8) }),
    async confirm() {
      const [now, here, of] = [view.peek(), cycle.peek(), wave.peek()];
      if (now.kind !== 'ready' || !here || !of) return [];
      const { draw, segments, quotas, seed } = now.selection;
      await deps.replica.apply(
        [
          // what the draw rested on, so that it can be repeated whatever the defaults become
          selectionPlan.put(here.doc, 'plan', { segments: [...segments], quotas: [...quotas], seed }),
          ...draw.chosen.map((chosen) =>
            rosterEntry.put(here.doc, chosen.person.key, rosterEntryOf(chosen, of.head.id, of.head.sample)),
          ),
        ],
        { who: deps.session.member, why: 'put people on the roster' },
      );
      return draw.chosen.map((c) => c.person.key);
    },
    dispose: stop,
  };
}

interface Plan {
  segments: readonly SegmentRef[];
  quotas: readonly Quota[];
  seed: string;
}

function planOf(wave: ReadWave | null, cycle: CycleParts | null, id: string): Plan | null {
  if (!wave || !cycle) return null;
  const segments = cycle.plan?.segments ?? wave.proposed;
  const quotas = withEveryBand(cycle.plan?.quotas ?? defaultQuotas(segments), segments);
  return { segments, quotas, seed: cycle.plan?.seed || cycle.seed || id };
}

const sameSegment = (a: SegmentRef | null, b: SegmentRef | null): boolean =>
  a?.dimension === b?.dimension && a?.value === b?.value;

/** A quota for every segment and band, 0 where none was set: the table has a field for each. */
function withEveryBand(quotas: readonly Quota[], segments: readonly SegmentRef[]): Quota[] {
  const places: readonly (SegmentRef | null)[] = segments.length > 0 ? segments : [null];
  return places.flatMap((segment) =>
    (['detractor', 'passive', 'promoter'] as const).map(
      (band) =>
        quotas.find((q) => q.band === band && sameSegment(q.segment, segment)) ?? { segment, band, want: 0 },
    ),
  );
}

function withWant(quotas: readonly Quota[], segment: SegmentRef | null, band: Band, want: number): Quota[] {
  const whole = Math.min(mostWanted, Math.max(0, Math.round(Number.isFinite(want) ? want : 0)));
  return quotas.map((q) =>
    q.band === band && sameSegment(q.segment, segment) ? { ...q, want: whole } : { ...q },
  );
}

/** Reads people again only when who may be chosen changes, not when a number does. */
function followPool(
  deps: PeopleNeeds,
  wave: ReadonlySignal<ReadWave | null>,
  plan: ReadonlySignal<Plan | null>,
  pool: { value: Read<Pool> | null },
): () => void {
  let asked = 0;
  let read = '';
  const stop = effect(() => {
    const [of, now] = [wave.value, plan.value];
    const wanted = of && now ? JSON.stringify([of.head.id, now.segments, now.seed]) : '';
    if (wanted === read) return;
    read = wanted;
    const mine = ++asked;
    if (!of || !now) {
      pool.value = null;
      return;
    }
    void readPool(deps, of, now.quotas, now.seed).then((next) => {
      if (mine === asked) pool.value = next;
    });
  });
  return () => {
    asked++;
    stop();
  };
}

/** Who is not asked, for what is known of this cycle. */
function knownIn(
  { roster }: CycleParts,
  lately: ReadonlyMap<string, KnownReason>,
): ReadonlyMap<string, KnownReason> {
  const known = new Map(lately);
  for (const entry of roster) known.set(entry.id, entry.state === 'declined' ? 'declined' : 'inRoster');
  return known;
}
