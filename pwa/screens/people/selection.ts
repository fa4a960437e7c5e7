import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { newId } from '#core/model/ids.ts';
import {
  type Around,
  asReadNow,
  changeOf,
  knownFrom,
  type PlanStanding,
  type Quota,
  remainingQuotas,
  rosterEntry,
  rosterEntryOf,
  type SegmentRef,
  type Study,
  selectionPlan,
  standingOf,
} from '#core/sample/index.ts';
import type { Band, SaidSame } from '#core/waves/index.ts';
import type { CycleParts } from './cycleDoc.ts';
import { type Drawn, type DrawnRead, type DrawnSelection, drawPeople, type KnownPeople } from './drawing.ts';
import type { PeopleNeeds } from './needs.ts';
import { type Plan, type PlanFields, planOf, sameSegment, tiersOf, withWant } from './plan.ts';
import type { Before, Read, ReadWave } from './reading.ts';

/** The selection as it stands, drawn. */
export interface Selection extends Plan {
  /** What is left of the quotas once the roster is taken off. */
  wanted: readonly Quota[];
  standing: PlanStanding;
  /** People on the roster already. */
  onRoster: number;
  draw: DrawnSelection;
  /** What is being tried against what is kept: who comes and who goes. Null while nothing is tried. */
  tried: { come: readonly Drawn[]; go: readonly Drawn[]; stay: number } | null;
  /** Values that could be added as segments, by dimension. */
  addable: readonly { dimension: string; values: readonly string[] }[];
  /** YYYY-MM-DD of the last answer; empty where the survey has no dates. */
  closedOn: string;
  /** Answers in the wave. */
  answers: number;
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
  setStudy(study: Study): void;
  addSegment(segment: SegmentRef): void;
  removeSegment(segment: SegmentRef): void;
  /** Cycles in which an interview keeps somebody out. */
  setRest(cycles: number): void;
  /** Most invitations in four cycles. */
  setInvitations(most: number): void;
  /** Back to the usual quotas. */
  usual(): void;
  setSeed(seed: string): void;
  /** Another draw: a new seed. */
  drawAgain(): void;
  /** Takes back the last change that was tried. */
  undo(): void;
  /** Keeps what is being tried; resolves to the way back. */
  keep(): Promise<() => void>;
  /** Keeps the plan and puts the people drawn on the roster. Resolves to their keys. */
  confirm(): Promise<readonly string[]>;
  dispose(): void;
}

/** What the draw of the selection rests on. */
export interface Ground {
  wave: ReadonlySignal<ReadWave | null>;
  cycle: ReadonlySignal<CycleParts | null>;
  before: ReadonlySignal<Before>;
  /** Pairs that somebody called one person. */
  said: ReadonlySignal<SaidSame>;
  known: ReadonlySignal<KnownPeople | null>;
}

export function makeSelection(deps: PeopleNeeds, ground: Ground): SelectionModel {
  const { wave, cycle } = ground;
  /** Each change that is being tried on top of what is kept, oldest first. */
  const trials = signal<readonly PlanFields[]>([]);
  const plans = computed(() => {
    const [of, here] = [wave.value, cycle.value];
    if (!of || !here) return null;
    const id = deps.state.cycle.value;
    const kept = planOf(of, here, id, {});
    const tried = planOf(of, here, id, Object.assign({}, ...trials.value));
    return { kept, tried, differs: JSON.stringify(kept) !== JSON.stringify(tried) };
  });
  const drawn = signal<DrawnPair | null>(null);
  const stops = [followDraw(deps, ground, plans, drawn), forget(deps, trials)];
  const view = computed((): SelectionView => {
    const [read, of, here, plan] = [drawn.value, wave.value, cycle.value, plans.value];
    if (!read || !of || !here || !plan) return { kind: 'loading' };
    if (read.tried.kind !== 'read') return read.tried;
    // the fields show at once what was typed, the draw follows
    return { kind: 'ready', selection: selectionOf(of, here, plan.tried, read, read.tried.value) };
  });
  const now = () => plans.peek()?.tried ?? null;
  const attempt = (fields: PlanFields) => {
    trials.value = [...trials.peek(), fields];
  };
  const write = async (fields: PlanFields, why: string) => {
    const doc = cycle.peek()?.doc;
    if (!doc) return;
    await deps.replica.apply([selectionPlan.put(doc, 'plan', fields)], { who: deps.session.member, why });
  };
  const setSegments = (segments: readonly SegmentRef[]) => attempt({ segments: [...segments], quotas: null });
  return {
    view,
    setWant(segment, band, want) {
      const plan = now();
      if (!plan) return;
      const quotas = withWant(plan.quotas, segment, band, want);
      if (JSON.stringify(quotas) !== JSON.stringify(plan.quotas)) attempt({ quotas });
    },
    setStudy(study) {
      const of = wave.peek();
      const segments = study === 'quickStart' && of ? { segments: tiersOf(of) } : {};
      attempt({ study, quotas: null, ...segments });
    },
    addSegment(segment) {
      const plan = now();
      if (plan && !plan.segments.some((s) => sameSegment(s, segment)))
        setSegments([...plan.segments, segment]);
    },
    removeSegment(segment) {
      const plan = now();
      if (plan) setSegments(plan.segments.filter((s) => !sameSegment(s, segment)));
    },
    setRest: (cycles) => attempt({ rest: within(cycles, 0, 12) }),
    setInvitations: (most) => attempt({ invitations: within(most, 1, 12) }),
    usual: () => attempt({ quotas: null }),
    setSeed: (seed) => {
      if (seed.trim() !== now()?.seed) attempt({ seed: seed.trim() });
    },
    drawAgain: () => attempt({ seed: newId(deps.chance).slice(0, 8) }),
    undo() {
      trials.value = trials.peek().slice(0, -1);
    },
    async keep() {
      const before = cycle.peek()?.plan;
      await write(Object.assign({}, ...trials.peek()), 'plan the selection');
      trials.value = [];
      return () => void write({ ...nothingPlanned, ...fieldsOf(before) }, 'plan as before');
    },
    async confirm() {
      const [shown, here, of] = [view.peek(), cycle.peek(), wave.peek()];
      if (shown.kind !== 'ready' || !here || !of) return [];
      const { draw, segments, quotas, seed, study, rest } = shown.selection;
      const from = { wave: of.head.id, sample: of.head.sample, seed };
      await deps.replica.apply(
        [
          // what the draw rested on, so that it can be repeated whatever the defaults become
          selectionPlan.put(here.doc, 'plan', {
            segments: [...segments],
            quotas: [...quotas],
            seed,
            study,
            rest: rest.interviewed,
            invitations: rest.invitations,
          }),
          ...draw.chosen.map(({ person, reason }) =>
            rosterEntry.put(here.doc, person.key, rosterEntryOf(person, reason, from)),
          ),
        ],
        { who: deps.session.member, why: 'put people on the roster' },
      );
      trials.value = [];
      return draw.chosen.map(({ person }) => person.key);
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

const within = (n: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, Math.round(Number.isFinite(n) ? n : low)));

const nothingPlanned = {
  segments: null,
  quotas: null,
  seed: '',
  study: null,
  rest: null,
  invitations: null,
} satisfies PlanFields;

function fieldsOf(plan: CycleParts['plan'] | undefined): PlanFields {
  if (!plan) return {};
  const { segments, quotas, seed, study, rest, invitations } = plan;
  return { segments, quotas, seed, study, rest, invitations };
}

/** What was tried in one cycle means nothing in another. */
function forget(deps: PeopleNeeds, trials: { value: readonly PlanFields[] }): () => void {
  return effect(() => {
    deps.state.cycle.value;
    trials.value = [];
  });
}

interface DrawnPair {
  wanted: readonly Quota[];
  tried: DrawnRead;
  /** The draw of the plan as kept; null where nothing else is tried. */
  kept: DrawnSelection | null;
}

/** Draws again whenever what it rests on changes: the plan, the roster, what is known of the past. */
function followDraw(
  deps: PeopleNeeds,
  { wave, cycle, before, said, known }: Ground,
  plans: ReadonlySignal<{ kept: Plan; tried: Plan; differs: boolean } | null>,
  into: { value: DrawnPair | null },
): () => void {
  let asked = 0;
  const stop = effect(() => {
    const [of, here, plan, people] = [wave.value, cycle.value, plans.value, known.value];
    const around = { ...before.value, said: said.value };
    const mine = ++asked;
    if (!of || !here || !plan || !people) {
      into.value = null;
      return;
    }
    const read = { id: of.head.id, columns: of.columns };
    const wantedOf = ({ quotas }: Pick<Plan, 'quotas'>) =>
      remainingQuotas(quotas, here.roster, (entry) => asReadNow(entry, read));
    const drawOf = ({ seed, rest, ...plan }: Plan) =>
      drawPeople(deps, people, wantedOf(plan), seed, aroundOf(here, { ...around, rest }));
    void (async () => {
      const tried = await drawOf(plan.tried);
      const kept = plan.differs ? await drawOf(plan.kept) : null;
      if (mine !== asked) return;
      into.value = {
        wanted: wantedOf(plan.tried),
        tried,
        kept: kept?.kind === 'read' ? kept.value : null,
      };
    })();
  });
  return () => {
    asked++;
    stop();
  };
}

/** Who is not asked, for what is known of this cycle and those before it. */
export function aroundOf({ roster }: CycleParts, before: Omit<Around, 'roster'>): Around {
  return {
    ...before,
    known: [...before.known, ...knownFrom(roster)],
    roster: new Map(roster.map((entry) => [entry.id, entry.state === 'declined' ? 'declined' : 'inRoster'])),
  };
}

function selectionOf(
  { head, columns }: ReadWave,
  { roster }: CycleParts,
  plan: Plan,
  { wanted, kept }: DrawnPair,
  draw: DrawnSelection,
): Selection {
  return {
    ...plan,
    wanted,
    standing: standingOf(plan.quotas),
    onRoster: roster.length,
    draw,
    tried: kept && triedOf(kept, draw),
    addable: columns.segments.map(({ name, values }) => ({
      dimension: name,
      values: values.filter(
        (value) => !plan.segments.some((s) => sameSegment(s, { dimension: name, value })),
      ),
    })),
    closedOn: head.lastDay ?? '',
    answers: head.answers ?? columns.rows,
  };
}

function triedOf(kept: DrawnSelection, draw: DrawnSelection): NonNullable<Selection['tried']> {
  const { come, go, stay } = changeOf(kept.draw, draw.draw);
  const [comes, goes] = [new Set(come.map(({ row }) => row)), new Set(go.map(({ row }) => row))];
  return {
    come: draw.chosen.filter(({ person }) => comes.has(person.row)),
    go: kept.chosen.filter(({ person }) => goes.has(person.row)),
    stay,
  };
}
