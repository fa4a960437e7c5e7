import { type Chance, shuffled } from '../model/chance.ts';
import { bandOf } from '../scores/index.ts';
import type { Band } from '../waves/index.ts';
import type { Candidate, SegmentRef } from './candidate.ts';
import type { Quota } from './quotas.ts';

/** Why somebody is not asked although a quota would fit. */
export type LeftOutReason =
  | 'optedOut'
  /** Neither an e-mail address nor a telephone number is known. */
  | 'noWayToReach'
  /** The same person answered again, later; that answer counts. */
  | 'answeredAgain'
  | KnownReason;

/** Reasons that lie in the cycle rather than in the person's row; handed in by key. */
export type KnownReason = 'inRoster' | 'declined' | 'interviewedRecently';

/** A person drawn, with the reason as facts: "Enterprise x detractor, score 4". */
export interface Chosen<P extends Candidate = Candidate> {
  person: P;
  reason: { segment: SegmentRef | null; band: Band; score: number };
  /** Place of the quota that asked for them. */
  quota: number;
}

/** What became of one quota. */
export interface QuotaOutcome {
  quota: Quota;
  got: number;
  /** Null when full; else how many are missing and where the people who fit went. */
  shortfall: {
    missing: number;
    /** People who fit, asked or not. */
    fit: number;
    /** Of those, drawn for another quota. */
    chosenElsewhere: number;
    leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
  } | null;
}

/** What a draw came to: who is asked, who is not and why, and how far each quota is met. */
export interface Draw<P extends Candidate = Candidate> {
  /** By quota, then score, then key. */
  chosen: readonly Chosen<P>[];
  /** People who fit a quota and were not asked, each with the reason, by key. */
  leftOut: readonly { person: P; reason: LeftOutReason }[];
  outcomes: readonly QuotaOutcome[];
}

/**
 * Draws whom to interview. Within a quota every score that occurs is a stratum: strata take turns, so that the range of
 * scores is covered and no score gets two before each has one; within a stratum chance decides. Quotas with the fewest
 * people to spare draw first, so that one person who fits two does not leave the tighter one short.
 * The same people, quotas and seed give the same draw in whatever order the people come.
 */
export function drawSample<P extends Candidate>(
  people: readonly P[],
  quotas: readonly Quota[],
  chance: Chance,
  known: ReadonlyMap<string, KnownReason> = new Map(),
): Draw<P> {
  const sorted = people.toSorted(byKeyThenAnswer);
  const fitting = sorted.filter((person) => quotas.some((quota) => isFor(quota, person)));
  const reasons = reasonsLeftOut(sorted, known);
  const askable = fitting.filter((person) => reasons.get(person) === null);
  const chosen = fillQuotas(askable, quotas, chance);
  return {
    chosen,
    leftOut: fitting.flatMap((person) => {
      const reason = reasons.get(person) ?? null;
      return reason ? [{ person, reason }] : [];
    }),
    outcomes: quotas.map((quota, at) => outcomeOf(quota, at, fitting, reasons, chosen)),
  };
}

function fillQuotas<P extends Candidate>(
  askable: readonly P[],
  quotas: readonly Quota[],
  chance: Chance,
): Chosen<P>[] {
  const taken = new Set<P>();
  const chosen: Chosen<P>[] = [];
  const pools = quotas.map((quota) => askable.filter((person) => isFor(quota, person)));
  const spare = (at: number) => (pools[at]?.length ?? 0) - (quotas[at]?.want ?? 0);
  const tightestFirst = quotas.map((_, at) => at).sort((a, b) => spare(a) - spare(b) || a - b);
  for (const at of tightestFirst) {
    const quota = quotas[at] as Quota;
    const free = (pools[at] ?? []).filter((person) => !taken.has(person));
    for (const person of spreadOverScores(free, quota.want, chance)) {
      taken.add(person);
      const { segment, band } = quota;
      chosen.push({ person, quota: at, reason: { segment, band, score: person.score ?? 0 } });
    }
  }
  return chosen.sort(
    (a, b) => a.quota - b.quota || a.reason.score - b.reason.score || compareText(a.person.key, b.person.key),
  );
}

/** Takes `want` people, score by score in turns; the last turn, when it is not whole, is spread evenly over the scores. */
function spreadOverScores<P extends Candidate>(people: readonly P[], want: number, chance: Chance): P[] {
  const scores = [...new Set(people.map((p) => p.score ?? 0))].sort((a, b) => a - b);
  let strata = scores.map((score) =>
    shuffled(
      people.filter((p) => p.score === score),
      chance,
    ),
  );
  const drawn: P[] = [];
  while (drawn.length < want) {
    strata = strata.filter((stratum) => stratum.length > 0);
    if (strata.length === 0) break;
    const turn = Math.min(strata.length, want - drawn.length);
    const start = chance.next();
    for (let i = 0; i < turn; i++) {
      // Systematic: steps of strata.length / turn from a random start reach `turn` different strata.
      const stratum = strata[Math.floor(((i + start) * strata.length) / turn)];
      const person = stratum?.pop();
      if (person) drawn.push(person);
    }
  }
  return drawn;
}

function isFor({ segment, band }: Quota, { score, segments }: Candidate): boolean {
  if (score === null || bandOf(score) !== band) return false;
  return segment === null || segments[segment.dimension] === segment.value;
}

/** By person, null for those who can be asked. `sorted` by key, then answer: the last of a key is the one that counts. */
function reasonsLeftOut<P extends Candidate>(
  sorted: readonly P[],
  known: ReadonlyMap<string, KnownReason>,
): ReadonlyMap<P, LeftOutReason | null> {
  const optedOut = new Set(sorted.filter((person) => person.optOut).map((person) => person.key));
  const reasonFor = (person: P, next: P | undefined): LeftOutReason | null => {
    if (optedOut.has(person.key)) return 'optedOut';
    const reason = known.get(person.key);
    if (reason) return reason;
    if (next?.key === person.key) return 'answeredAgain';
    return person.email.trim() === '' && person.phone.trim() === '' ? 'noWayToReach' : null;
  };
  return new Map(sorted.map((person, i) => [person, reasonFor(person, sorted[i + 1])]));
}

function outcomeOf<P extends Candidate>(
  quota: Quota,
  at: number,
  fitting: readonly P[],
  reasons: ReadonlyMap<P, LeftOutReason | null>,
  chosen: readonly Chosen<P>[],
): QuotaOutcome {
  const got = chosen.filter((c) => c.quota === at).length;
  if (got >= quota.want) return { quota, got, shortfall: null };
  const mine = fitting.filter((person) => isFor(quota, person));
  const elsewhere = new Set(chosen.filter((c) => c.quota !== at).map((c) => c.person));
  const leftOut: Partial<Record<LeftOutReason, number>> = {};
  for (const person of mine) {
    const reason = reasons.get(person);
    if (reason) leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  }
  const chosenElsewhere = mine.filter((person) => elsewhere.has(person)).length;
  return {
    quota,
    got,
    shortfall: { missing: quota.want - got, fit: mine.length, chosenElsewhere, leftOut },
  };
}

function byKeyThenAnswer(a: Candidate, b: Candidate): number {
  return compareText(a.key, b.key) || compareText(a.answeredOn, b.answeredOn) || a.row - b.row;
}

/** By code unit, the same on every machine: a locale would make the draw depend on it. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
