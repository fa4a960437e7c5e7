import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { callGuide } from '#core/browser/parts/callGuide.ts';
import type { Change } from '#core/model/change.ts';
import { newId, parseId } from '#core/model/ids.ts';
import type { Result } from '#core/model/result.ts';
import { startInterview } from '#core/notes/index.ts';
import {
  addOutside,
  asReadNow,
  type ClaimRefusal,
  calendarFile,
  calendarType,
  claim,
  handOver,
  isScored,
  type LeftOutReason,
  needsSubstitute,
  type OutsidePerson,
  type OutsideRefusal,
  type PersonEvent,
  placeTakenAgain,
  type RosterEntry,
  release,
  rosterEntry,
  type StepRefusal,
  type StudyProgress,
  stateScore,
  stepPerson,
  stratumOf,
  studyProgress,
  substitute,
  takeOff,
  type Workload,
  workloadOf,
  workloadsOf,
} from '#core/sample/index.ts';
import { type Colleague, colleaguesOf, readColleagues } from './colleagues.ts';
import { findSubstitute } from './drawing.ts';
import type { PeopleNeeds } from './needs.ts';
import { peopleLike } from './peopleLike.ts';
import { planOf } from './plan.ts';
import {
  foundBy,
  type Line,
  lineOf,
  nextOf,
  type Order,
  type RosterSummary,
  type Show,
  shownBy,
  sorted,
  summaryOf,
} from './rosterLines.ts';
import { calendarWords } from './rosterWords.ts';
import { aroundOf, type Ground } from './selection.ts';

/** Why a step of the roster was not taken. */
export type RosterRefusal =
  | ClaimRefusal
  | StepRefusal
  | OutsideRefusal
  /** Band and score must be known before a call is begun. */
  | { kind: 'scoreUnknown' }
  /** The survey they were drawn from is not on this device. */
  | { kind: 'noWave' | 'unreadable' }
  | { kind: 'nobodyLeft'; fit: number; leftOut: Readonly<Partial<Record<LeftOutReason, number>>> };

export interface RosterModel {
  /** Everybody on the roster, in no order. */
  everybody: ReadonlySignal<readonly RosterEntry[]>;
  /** Everybody shown, in order. */
  lines: ReadonlySignal<readonly Line[]>;
  summary: ReadonlySignal<RosterSummary>;
  /** Who is next: mine or free, reachable, fewest days left; what to do with them says `nextStepWith`. */
  next: ReadonlySignal<Line | null>;
  /** Places that a refusal or a no-show left empty. */
  empty: ReadonlySignal<readonly Line[]>;
  workloads: ReadonlySignal<readonly Workload[]>;
  total: ReadonlySignal<Workload>;
  /** Against the size of the study; null where no survey says which study it is. */
  progress: ReadonlySignal<StudyProgress | null>;
  /** The day the survey closed; empty where unknown. */
  closedOn: ReadonlySignal<string>;
  /** Everybody a call can be handed to: who has claimed one, and once `meetColleagues` was called the whole workspace. */
  colleagues: ReadonlySignal<readonly Colleague[]>;
  /** Looks who has left their name in this workspace. */
  meetColleagues(): Promise<void>;
  show: ReadonlySignal<Show>;
  order: ReadonlySignal<Order>;
  /** Part of a name or account to find somebody by. */
  find: ReadonlySignal<string>;
  showOnly(show: Show): void;
  orderBy(order: Order): void;
  findBy(text: string): void;
  /** Looks at the clock again: days left and the time where customers are move on. */
  tick(): void;
  claim(entry: RosterEntry): Promise<ClaimRefusal | null>;
  release(entry: RosterEntry): Promise<ClaimRefusal | null>;
  takeOff(entry: RosterEntry): Promise<ClaimRefusal | null>;
  putBack(entry: RosterEntry): Promise<void>;
  handOver(entry: RosterEntry, to: Colleague): Promise<RosterRefusal | null>;
  step(entry: RosterEntry, event: PersonEvent): Promise<RosterRefusal | null>;
  /** Arranges a call: milliseconds since 1970 UTC, and minutes. */
  arrange(entry: RosterEntry, on: number, minutes: number): Promise<RosterRefusal | null>;
  /** Hands over the .ics file of the call that is, or was, arranged. */
  saveCalendar(entry: RosterEntry): void;
  /** Draws somebody of the same stratum for a place that fell empty; resolves to their name. */
  substitute(entry: RosterEntry): Promise<{ name: string; key: string } | RosterRefusal>;
  /** Takes a substitute off again and leaves the place empty. */
  withdraw(entry: RosterEntry, key: string): Promise<void>;
  add(person: OutsidePerson): Promise<RosterRefusal | null>;
  stateScore(entry: RosterEntry, score: number): Promise<void>;
  /** Begins the call or goes on with it; resolves to the address of the call screen, or why not. */
  call(entry: RosterEntry): Promise<{ href: string } | RosterRefusal>;
}

export function makeRoster(deps: PeopleNeeds, ground: Ground): RosterModel {
  const { cycle } = ground;
  const find = signal('');
  const now = signal(deps.clock.now());
  const show = signal<Show>('open');
  const order = signal<Order>('time');
  const met = signal<readonly Colleague[]>([]);
  const me = deps.session.member;
  /** The day a wave closed, by its id. */
  const closed = computed(
    () => new Map<string, string>(deps.state.waves.value.map((w) => [w.id, w.lastDay])),
  );
  const closedOn = computed(
    () => deps.state.waves.value.find((w) => w.cycle === deps.state.cycle.value)?.lastDay ?? '',
  );
  const all = computed(() =>
    (cycle.value?.roster ?? []).map((entry) =>
      lineOf(deps, entry, now.value, closed.value.get(entry.wave) ?? closedOn.value),
    ),
  );
  const apply = async (changes: readonly Change[], why: string) => {
    if (changes.length > 0) await deps.replica.apply(changes, { who: me, why });
  };
  /** The entry as it stands now: the row on screen may be a moment old. */
  const fresh = (entry: RosterEntry) => cycle.peek()?.roster.find((e) => e.id === entry.id) ?? entry;
  const doing = async <R>(result: Result<Change[], R>, why: string): Promise<R | null> => {
    if (!result.ok) return result.why;
    await apply(result.value, why);
    return null;
  };
  const docOf = () => {
    const doc = cycle.peek()?.doc;
    if (!doc) throw new Error('the roster acts only while a cycle is open');
    return doc;
  };
  const stepped = async (entry: RosterEntry, event: PersonEvent): Promise<RosterRefusal | null> => {
    const next = stepPerson(fresh(entry), event, deps.clock.now());
    if (!next.ok) return next.why;
    await apply([rosterEntry.put(docOf(), entry.id, next.value)], `${event.kind} somebody`);
    return null;
  };
  return {
    everybody: computed(() => cycle.value?.roster ?? []),
    lines: computed(() =>
      sorted(all.value.filter(shownBy(show.value)).filter(foundBy(find.value)), order.value),
    ),
    summary: computed(() => summaryOf(all.value)),
    next: computed(() => nextOf(all.value)),
    empty: computed(() =>
      sorted(
        all.value.filter((line) => line.empty),
        'name',
      ),
    ),
    workloads: computed(() => workloadsOf(cycle.value?.roster ?? [])),
    total: computed(() => workloadOf(cycle.value?.roster ?? [])),
    progress: computed(() => {
      const [wave, here] = [ground.wave.value, cycle.value];
      if (!here || (!wave && !here.plan)) return null;
      const of = wave ?? { proposed: [] };
      const { study, segments } = planOf(of, here, deps.state.cycle.value, {});
      const { held, all: people, declined, noShow } = summaryOf(all.value);
      return studyProgress(study, segments, { held, chosen: people - declined - noShow });
    }),
    closedOn,
    colleagues: computed(() =>
      colleaguesOf(cycle.value?.roster ?? [], met.value, { id: me, name: deps.session.memberName }),
    ),
    async meetColleagues() {
      met.value = await readColleagues(deps);
    },
    show,
    order,
    find,
    tick() {
      now.value = deps.clock.now();
    },
    findBy(text) {
      find.value = text;
    },
    showOnly(next) {
      show.value = next;
    },
    orderBy(next) {
      order.value = next;
    },
    claim: (entry) =>
      doing(claim(docOf(), fresh(entry), { id: me, name: deps.session.memberName }), 'claim a call'),
    release: (entry) => doing(release(docOf(), fresh(entry), me), 'give a call back'),
    takeOff: (entry) =>
      doing(takeOff(docOf(), fresh(entry), me, cycle.peek()?.roster ?? []), 'take somebody off the roster'),
    async putBack(entry) {
      await apply(
        [
          rosterEntry.put(docOf(), entry.id, asItWas(entry)),
          ...placeTakenAgain(docOf(), entry, cycle.peek()?.roster ?? []),
        ],
        'put somebody back as they were',
      );
    },
    handOver: (entry, to) => doing(handOver(docOf(), fresh(entry), to), 'hand a call over'),
    step: (entry, event) => stepped(entry, event),
    arrange: (entry, on, minutes) =>
      stepped(entry, { kind: 'schedule', on, minutes, uid: `${newId(deps.chance)}@sounding` }),
    saveCalendar(entry) {
      const { call, state } = fresh(entry);
      if (!call) return;
      const words = calendarWords(entry, deps.session.memberName);
      const cancelled = state !== 'scheduled';
      deps.files.save(
        words.file,
        calendarType,
        calendarFile({
          uid: call.uid,
          sequence: call.sequence + (cancelled ? 1 : 0),
          madeAt: deps.clock.now(),
          startsAt: call.at,
          minutes: call.minutes,
          title: words.title,
          text: words.text,
          place: entry.phone,
          cancelled,
        }),
      );
    },
    async substitute(entry) {
      const [gone, wave, here, known] = [fresh(entry), ground.wave.peek(), cycle.peek(), ground.known.peek()];
      if (!needsSubstitute(gone) || !here) return { kind: 'replaced' };
      if (!wave || !known || wave.head.id !== gone.wave) return { kind: 'noWave' };
      const of = stratumOf(asReadNow(gone, { id: wave.head.id, columns: wave.columns }));
      if (!of) return { kind: 'replaced' };
      const plan = planOf(wave, here, deps.state.cycle.peek(), {});
      const seed = gone.seed ?? plan.seed;
      const before = { ...ground.before.peek(), said: ground.said.peek() };
      const around = aroundOf(here, { ...before, rest: plan.rest });
      const found = await findSubstitute(deps, known, of, seed, around);
      if (found.kind === 'failed') return { kind: 'unreadable' };
      if ('kind' in found.value) return { ...found.value, kind: 'nobodyLeft' };
      const { person, reason } = found.value;
      const from = { wave: wave.head.id, sample: wave.head.sample, seed };
      // somebody else may have drawn for the same place while people were read
      if (!needsSubstitute(fresh(entry))) return { kind: 'replaced' };
      await apply(substitute(docOf(), gone, person, reason, from), 'draw a substitute');
      return { name: person.name, key: person.key };
    },
    async withdraw(entry, key) {
      await apply(
        [rosterEntry.remove(docOf(), key), rosterEntry.put(docOf(), entry.id, { replacedBy: '' })],
        'take a substitute off again',
      );
    },
    async add(person) {
      const wave = ground.wave.peek();
      const read = wave ? await peopleLike(deps, wave, person) : null;
      // an opt-out that cannot be read is not taken for none
      if (read?.kind === 'failed') return { kind: 'unreadable' };
      const roster = cycle.peek()?.roster ?? [];
      return doing(
        addOutside(docOf(), person, roster, read?.value ?? []),
        'add somebody from outside the survey',
      );
    },
    async stateScore(entry, score) {
      await doing(stateScore(docOf(), fresh(entry), score), 'note the score somebody gave');
    },
    async call(entry) {
      const now = fresh(entry);
      if (now.interview !== '') return { href: `/call/${now.interview}` };
      if (now.claimedBy !== '' && now.claimedBy !== me)
        return { kind: 'claimedByOther', name: now.claimedByName };
      if (!isScored(now)) return { kind: 'scoreUnknown' };
      const id = newId<'interview'>(deps.chance);
      const cycleId = parseId<'cycle'>(deps.state.cycle.peek());
      if (!cycleId.ok) return { kind: 'notYours' };
      const begun = await callGuide(deps, cycleId.value, now);
      const started = startInterview({
        ...begun,
        // as it stands now: a second press may have begun the call meanwhile
        entry: { ...begun.entry, interview: fresh(entry).interview },
        workspace: deps.session.workspace,
        cycle: cycleId.value,
        id,
        member: me,
        memberName: deps.session.memberName,
        at: deps.clock.now(),
      });
      if (!started.ok) return { href: `/call/${started.why.interview}` };
      // On disk before its address is shown: whoever loads that at once finds the call.
      await deps.replica.applyToDisk(started.value, { who: me, why: 'begin a call' });
      return { href: `/call/${id}` };
    },
  };
}

/** All fields of an entry, those it did not have yet cleared. */
function asItWas({ id: _, ...entry }: RosterEntry): Partial<RosterEntry> {
  const { call = null, invitations = null, invitedAt = null, stateAt = null, replacedBy = null } = entry;
  const had = Object.entries(entry).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(had), call, invitations, invitedAt, stateAt, replacedBy };
}
