import {
  counts,
  type LocalTime,
  localTimeIn,
  needsSubstitute,
  type PersonState,
  type RosterEntry,
  type Window,
  windowOf,
} from '#core/sample/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
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
  /** Refused or missed, and nobody has taken their place. */
  empty: boolean;
  /** What the clock says there; null where that is not known. */
  there: LocalTime | null;
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
  /** Declined and did not appear. */
  declined: number;
  noShow: number;
  /** Without those who declined or did not appear. */
  byBand: Readonly<Record<Band, { all: number; held: number }>>;
  /** From outside the wave. */
  outside: number;
  /** Least days left among those to be called within the window; null when there is none. */
  least: number | null;
}

const isDone = (state: PersonState): boolean =>
  state === 'held' || state === 'declined' || state === 'noShow';

export function lineOf({ session }: PeopleNeeds, entry: RosterEntry, now: number, closedOn: string): Line {
  return {
    entry,
    window: windowOf(entry.answeredOn, now, -new Date(now).getTimezoneOffset(), closedOn),
    open: !isDone(entry.state),
    mine: entry.claimedBy === session.member,
    free: entry.claimedBy === '',
    reachable: entry.email !== '' || entry.phone !== '',
    empty: needsSubstitute(entry),
    there: localTimeIn(entry.timeZone, now),
  };
}

export function foundBy(text: string): (line: Line) => boolean {
  const wanted = text.trim().toLocaleLowerCase('en');
  return ({ entry }) =>
    [entry.name, entry.accountName, entry.email].some((t) => t.toLocaleLowerCase('en').includes(wanted));
}

export function shownBy(show: Show): (line: Line) => boolean {
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

export function sorted(lines: readonly Line[], order: Order): Line[] {
  const name = (a: Line, b: Line) =>
    a.entry.name.localeCompare(b.entry.name, 'en') || (a.entry.id < b.entry.id ? -1 : 1);
  const done = (l: Line) => (l.open ? 0 : 1);
  switch (order) {
    case 'name':
      return lines.toSorted(name);
    case 'score':
      return lines.toSorted((a, b) => compare(a.entry.score ?? 11, b.entry.score ?? 11) || name(a, b));
    case 'time':
      // both may be infinite, whose difference is no number
      return lines.toSorted(
        (a, b) => done(a) - done(b) || Math.sign(compare(daysLeft(a), daysLeft(b))) || name(a, b),
      );
  }
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Whom the bar offers: a call that was begun; else who can be called now, mine before free; else who can be invited. */
export function nextOf(lines: readonly Line[]): Line | null {
  const can = sorted(
    lines.filter((l) => l.open && l.reachable && (l.mine || l.free)),
    'time',
  );
  const mineFirst = [...can.filter((l) => l.mine), ...can.filter((l) => !l.mine)];
  return (
    can.find((l) => l.mine && l.entry.interview !== '') ??
    mineFirst.find(canBeCalledNow) ??
    mineFirst.find(canBeInvited) ??
    mineFirst[0] ??
    null
  );
}

/** By telephone, and not outside working hours there, as far as is known. */
const canBeCalledNow = ({ entry, there }: Line): boolean =>
  entry.phone !== '' && (there === null || there.isOfficeHours);

const canBeInvited = ({ entry }: Line): boolean => entry.state === 'selected' && entry.email !== '';

/** What is to be done next with somebody: nobody is rung at night who could be written to. */
export const nextStepWith = (line: Line): 'call' | 'invite' =>
  line.entry.interview === '' && !canBeCalledNow(line) && canBeInvited(line) ? 'invite' : 'call';

export function summaryOf(lines: readonly Line[]): RosterSummary {
  const open = lines.filter((l) => l.open);
  const held = (of: readonly Line[]) => of.filter((l) => l.entry.state === 'held').length;
  const left = open.flatMap(({ window }) => ('left' in window ? [window.left] : []));
  const of = (band: Band) => lines.filter((l) => l.entry.band === band && counts(l.entry));
  const [d, p, r] = bands.map((b) => ({ all: of(b).length, held: held(of(b)) }));
  const none = { all: 0, held: 0 };
  return {
    all: lines.length,
    held: held(lines),
    open: open.length,
    free: open.filter((l) => l.free).length,
    mine: open.filter((l) => l.mine).length,
    overdue: open.filter((l) => l.window.kind === 'overdue').length,
    declined: lines.filter((l) => l.entry.state === 'declined').length,
    noShow: lines.filter((l) => l.entry.state === 'noShow').length,
    outside: lines.filter((l) => l.entry.outside === true).length,
    byBand: { detractor: d ?? none, passive: p ?? none, promoter: r ?? none },
    least: left.length > 0 ? Math.min(...left) : null,
  };
}
