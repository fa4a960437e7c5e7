import {
  type Around,
  type Candidate,
  type Draw,
  type LeftOutReason,
  type Quota,
  type QuotaOutcome,
  reasonsLeftOut,
  type StratumRef,
  type SubstituteStep,
  segmentsOfRow,
  startDraw,
  startSubstitute,
} from '#core/sample/index.ts';
import { noScore, type Person } from '#core/waves/index.ts';
import type { PeopleNeeds } from './needs.ts';
import { failed, type Read, type ReadWave } from './reading.ts';

/** Answers up to which everybody is read at once; beyond it only those near the front of the draw. */
export const allReadUpTo = 20_000;

/** The people of one wave as far as they were read. Rows that name nobody are null. */
export interface KnownPeople {
  wave: ReadWave;
  people: Map<number, Person | null>;
}

export const nobodyKnown = (wave: ReadWave): KnownPeople => ({ wave, people: new Map() });

/** Somebody drawn, with the person. */
export interface Drawn {
  person: Candidate;
  reason: StratumRef;
}

/** A draw whose people are known. */
export interface DrawnSelection {
  draw: Draw;
  chosen: readonly Drawn[];
  leftOut: readonly { person: Candidate; reason: LeftOutReason }[];
  outcomes: readonly QuotaOutcome[];
  /** People looked at, and whether that was everybody. */
  looked: number;
  everybody: boolean;
}

/** A draw, or that the survey names nobody, or nobody who can be reached. */
export type DrawnRead = Read<DrawnSelection> | { kind: 'noPeople'; unnamed: boolean };

/** Draws, reading people as they come up. The same wave, quotas, seed and roster give the same people. */
export async function drawPeople(
  deps: PeopleNeeds,
  known: KnownPeople,
  quotas: readonly Quota[],
  seed: string,
  around: Around,
): Promise<DrawnRead> {
  const { columns } = known.wave;
  const drawing = startDraw(columns, quotas, seed);
  const everybody = columns.rows <= allReadUpTo;
  try {
    if (everybody) await readRows(deps, known, answeredRows(known));
    for (;;) {
      const step = drawing.step(standingsOf(known, around));
      if (step.kind === 'drawn') {
        const found = [...known.people.values()].filter((person) => person !== null);
        const isEmpty = known.people.size > 0 && !found.some((p) => p.email !== '' || p.phone !== '');
        if (isEmpty) return { kind: 'noPeople', unnamed: found.every((p) => p.name === '') };
        return { kind: 'read', value: selectionOf(known, step.draw, everybody) };
      }
      const before = known.people.size;
      await readRows(deps, known, step.rows);
      const nobody = before === 0 && [...known.people.values()].every((person) => person === null);
      if (nobody) return { kind: 'noPeople', unnamed: true };
    }
  } catch (why) {
    return why instanceof Refused ? why.read : failed(why);
  }
}

/** Who takes a place that fell empty; or nobody, and why. */
export async function findSubstitute(
  deps: PeopleNeeds,
  known: KnownPeople,
  of: StratumRef,
  seed: string,
  around: Around,
): Promise<Read<Drawn | Extract<SubstituteStep, { kind: 'nobody' }>>> {
  const search = startSubstitute(known.wave.columns, of, seed);
  try {
    for (;;) {
      const step = search.step(standingsOf(known, around));
      if (step.kind === 'nobody') return { kind: 'read', value: step };
      if (step.kind === 'found')
        return {
          kind: 'read',
          value: { person: candidateAt(known, step.row), reason: { ...of, score: step.score } },
        };
      await readRows(deps, known, step.rows);
    }
  } catch (why) {
    return why instanceof Refused ? why.read : failed(why);
  }
}

/** The store could not give what was asked for. */
class Refused extends Error {
  readonly read: Extract<Read<never>, { kind: 'failed' }>;
  constructor(read: Extract<Read<never>, { kind: 'failed' }>) {
    super('the people could not be read');
    this.read = read;
  }
}

function answeredRows({ wave, people }: KnownPeople): number[] {
  const rows: number[] = [];
  wave.columns.score.forEach((score, row) => {
    if (score !== noScore && !people.has(row)) rows.push(row);
  });
  return rows;
}

async function readRows(deps: PeopleNeeds, known: KnownPeople, rows: readonly number[]): Promise<void> {
  const wanted = withMates(known, rows).filter((row) => !known.people.has(row));
  if (wanted.length === 0) return;
  const read = await deps.waves.people(known.wave.head.id, wanted);
  if (!read.ok) throw new Refused({ kind: 'failed', fault: read.why });
  for (const row of wanted) known.people.set(row, null);
  for (const person of read.value) known.people.set(person.row, person);
}

/** Where all answers of a person count as rows, their others are looked for in their account: the latest is theirs. */
function withMates({ wave: { head, columns } }: KnownPeople, rows: readonly number[]): readonly number[] {
  if (head.mapping?.repeats !== 'all' || columns.rows <= allReadUpTo) return rows;
  const accounts = new Set(rows.map((row) => columns.account[row]).filter((a) => a !== 0xffffffff));
  const all = new Set(rows);
  columns.account.forEach((account, row) => {
    if (accounts.has(account)) all.add(row);
  });
  return [...all];
}

function standingsOf({ people }: KnownPeople, around: Around): Map<number, LeftOutReason | null> {
  const named = [...people.values()].filter((person) => person !== null);
  const standings = reasonsLeftOut(named, around);
  for (const [row, person] of people) if (!person) standings.set(row, 'noWayToReach');
  return standings;
}

function selectionOf(known: KnownPeople, draw: Draw, everybody: boolean): DrawnSelection {
  return {
    draw,
    chosen: draw.chosen.map(({ row, reason }) => ({ person: candidateAt(known, row), reason })),
    leftOut: draw.leftOut.flatMap(({ row, reason }) =>
      known.people.get(row) ? [{ person: candidateAt(known, row), reason }] : [],
    ),
    outcomes: draw.outcomes,
    looked: known.people.size,
    everybody,
  };
}

function candidateAt({ people, wave }: KnownPeople, row: number): Candidate {
  const person = people.get(row);
  if (!person) throw new Error(`row ${row} was drawn without being looked at`);
  return { ...person, segments: segmentsOfRow(wave.columns, row) };
}
