import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { defaultGuide } from '#core/guide/index.ts';
import type { Change } from '#core/model/change.ts';
import { newId, parseId } from '#core/model/ids.ts';
import type { Result } from '#core/model/result.ts';
import { startInterview } from '#core/notes/index.ts';
import {
  type ClaimRefusal,
  claim,
  type PersonState,
  type RosterEntry,
  release,
  rosterEntry,
  takeOff,
  type Window,
  windowOf,
} from '#core/sample/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { CycleParts } from './cycleDoc.ts';
import type { PeopleNeeds } from './needs.ts';

/** Somebody on the roster as the table shows them. */
export interface Line {
  entry: RosterEntry;
  window: Window;
  /** Still to be called: neither held nor refused. */
  open: boolean;
  mine: boolean;
  free: boolean;
  reachable: boolean;
}

export type Show = 'open' | 'mine' | 'all';
export type Order = 'time' | 'name' | 'score';

/** Where the work stands, for the opening sentence. */
export interface RosterSummary {
  all: number;
  held: number;
  /** Of those still to be called. */
  open: number;
  free: number;
  mine: number;
  overdue: number;
  byBand: Readonly<Record<Band, { all: number; held: number }>>;
  /** Least days left among those to be called within the window; null when there is none. */
  least: number | null;
}

export interface RosterModel {
  lines: ReadonlySignal<readonly Line[]>;
  summary: ReadonlySignal<RosterSummary>;
  /** Whom to call next: mine or free, reachable, fewest days left; a call that was begun goes first. */
  next: ReadonlySignal<Line | null>;
  show: ReadonlySignal<Show>;
  order: ReadonlySignal<Order>;
  showOnly(show: Show): void;
  orderBy(order: Order): void;
  claim(entry: RosterEntry): Promise<ClaimRefusal | null>;
  release(entry: RosterEntry): Promise<ClaimRefusal | null>;
  takeOff(entry: RosterEntry): Promise<ClaimRefusal | null>;
  putBack(entry: RosterEntry): Promise<void>;
  setState(entry: RosterEntry, state: PersonState): Promise<void>;
  /** Begins the call or goes on with it; resolves to the address of the call screen, or why not. */
  call(entry: RosterEntry): Promise<{ href: string } | ClaimRefusal>;
}

export function makeRoster(deps: PeopleNeeds, cycle: ReadonlySignal<CycleParts | null>): RosterModel {
  const show = signal<Show>('open');
  const order = signal<Order>('time');
  const me = deps.session.member;
  const all = computed(() => (cycle.value?.roster ?? []).map((entry) => lineOf(deps, entry)));
  const apply = async (changes: readonly Change[], why: string) => {
    if (changes.length > 0) await deps.replica.apply(changes, { who: me, why });
  };
  /** The entry as it stands now: the row on screen may be a moment old. */
  const fresh = (entry: RosterEntry) => cycle.peek()?.roster.find((e) => e.id === entry.id) ?? entry;
  const doing = async (result: Result<Change[], ClaimRefusal>, why: string): Promise<ClaimRefusal | null> => {
    if (!result.ok) return result.why;
    await apply(result.value, why);
    return null;
  };
  const docOf = () => {
    const doc = cycle.peek()?.doc;
    if (!doc) throw new Error('the roster acts only while a cycle is open');
    return doc;
  };
  return {
    lines: computed(() => sorted(all.value.filter(shownBy(show.value)), order.value)),
    summary: computed(() => summaryOf(all.value)),
    next: computed(() => nextOf(all.value)),
    show,
    order,
    showOnly(next) {
      show.value = next;
    },
    orderBy(next) {
      order.value = next;
    },
    claim: (entry) =>
      doing(claim(docOf(), fresh(entry), { id: me, name: deps.session.memberName }), 'claim a call'),
    release: (entry) => doing(release(docOf(), fresh(entry), me), 'give a call back'),
    takeOff: (entry) => doing(takeOff(docOf(), fresh(entry), me), 'take somebody off the roster'),
    async putBack({ id, ...fields }) {
      await apply([rosterEntry.put(docOf(), id, fields)], 'put somebody back on the roster');
    },
    async setState(entry, state) {
      await apply([rosterEntry.put(docOf(), entry.id, { state })], `mark as ${state}`);
    },
    async call(entry) {
      const now = fresh(entry);
      if (now.interview !== '') return { href: `/call/${now.interview}` };
      if (now.claimedBy !== '' && now.claimedBy !== me)
        return { kind: 'claimedByOther', name: now.claimedByName };
      const id = newId<'interview'>(deps.chance);
      const cycleId = parseId<'cycle'>(deps.state.cycle.peek());
      if (!cycleId.ok) return { kind: 'notYours' };
      const started = startInterview({
        workspace: deps.session.workspace,
        cycle: cycleId.value,
        entry: now,
        id,
        member: me,
        memberName: deps.session.memberName,
        guide: defaultGuide,
        at: deps.clock.now(),
      });
      if (!started.ok) return { href: `/call/${started.why.interview}` };
      await apply(started.value, 'begin a call');
      return { href: `/call/${id}` };
    },
  };
}

const isDone = (state: PersonState): boolean =>
  state === 'held' || state === 'declined' || state === 'noShow';

function lineOf({ clock, session }: PeopleNeeds, entry: RosterEntry): Line {
  const now = clock.now();
  return {
    entry,
    window: windowOf(entry.answeredOn, now, -new Date(now).getTimezoneOffset()),
    open: !isDone(entry.state),
    mine: entry.claimedBy === session.member,
    free: entry.claimedBy === '',
    reachable: entry.email !== '' || entry.phone !== '',
  };
}

function shownBy(show: Show): (line: Line) => boolean {
  switch (show) {
    case 'open':
      return (line) => line.open;
    case 'mine':
      return (line) => line.mine;
    case 'all':
      return () => true;
  }
}

/** Days left, the fewest first; overdue ones before those whose day nobody knows. */
function daysLeft({ window }: Line): number {
  switch (window.kind) {
    case 'overdue':
      return -window.late;
    case 'unknown':
      return Number.POSITIVE_INFINITY;
    default:
      return window.left;
  }
}

function sorted(lines: readonly Line[], order: Order): Line[] {
  const name = (a: Line, b: Line) =>
    a.entry.name.localeCompare(b.entry.name, 'en') || (a.entry.id < b.entry.id ? -1 : 1);
  const done = (l: Line) => (l.open ? 0 : 1);
  switch (order) {
    case 'name':
      return lines.toSorted(name);
    case 'score':
      return lines.toSorted((a, b) => a.entry.score - b.entry.score || name(a, b));
    case 'time':
      // both may be infinite, whose difference is no number
      return lines.toSorted(
        (a, b) => done(a) - done(b) || Math.sign(compare(daysLeft(a), daysLeft(b))) || name(a, b),
      );
  }
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function nextOf(lines: readonly Line[]): Line | null {
  const can = sorted(
    lines.filter((l) => l.open && l.reachable && (l.mine || l.free)),
    'time',
  );
  return can.find((l) => l.mine && l.entry.interview !== '') ?? can.find((l) => l.mine) ?? can[0] ?? null;
}

function summaryOf(lines: readonly Line[]): RosterSummary {
  const open = lines.filter((l) => l.open);
  const held = (of: readonly Line[]) => of.filter((l) => l.entry.state === 'held').length;
  const left = open.flatMap(({ window }) => ('left' in window ? [window.left] : []));
  const of = (band: Band) => lines.filter((l) => l.entry.band === band);
  const [d, p, r] = bands.map((b) => ({ all: of(b).length, held: held(of(b)) }));
  const none = { all: 0, held: 0 };
  return {
    all: lines.length,
    held: held(lines),
    open: open.length,
    free: open.filter((l) => l.free).length,
    mine: open.filter((l) => l.mine).length,
    overdue: open.filter((l) => l.window.kind === 'overdue').length,
    byBand: { detractor: d ?? none, passive: p ?? none, promoter: r ?? none },
    least: left.length > 0 ? Math.min(...left) : null,
  };
}
