import { type Chance, shuffled } from '../../model/chance.ts';
import type { Answer } from './answers.ts';
import type { PlannedCall } from './plan.ts';

/** Somebody who is interviewed: their answer, its row in the wave, and what they will raise. */
export interface CastCall {
  answer: Answer;
  row: number;
  plan: PlannedCall;
}

/**
 * Finds a person for every planned interview: of that tier, tenure and band, to be reached, nobody twice (`taken` holds
 * those of other cycles). Who complains of Reports uses it where possible; scores are spread over the band.
 */
export function castFor(
  plans: readonly PlannedCall[],
  answers: readonly Answer[],
  taken: Set<Answer['contact']>,
  chance: Chance,
): CastCall[] {
  const rows = shuffled(
    answers.map((answer, row) => ({ answer, row })),
    chance,
  );
  const heard = new Map<number, number>();
  return plans.map((plan) => {
    const free = rows.filter(({ answer }) => fits(answer, plan) && !taken.has(answer.contact));
    const cost = ({ answer }: { answer: Answer }) =>
      (heard.get(answer.score ?? 0) ?? 0) + (usesWhatTheyRaise(answer, plan) ? 0 : 100);
    const best = free.reduce<(typeof free)[number] | null>(
      (least, one) => (least === null || cost(one) < cost(least) ? one : least),
      null,
    );
    if (!best) throw new Error(`nobody to interview: ${plan.tier}, ${plan.tenure}, ${plan.band}`);
    taken.add(best.answer.contact);
    const score = best.answer.score ?? 0;
    heard.set(score, (heard.get(score) ?? 0) + 1);
    return { ...best, plan };
  });
}

function fits({ tier, tenure, band, contact }: Answer, plan: PlannedCall): boolean {
  return (
    tier === plan.tier &&
    tenure === plan.tenure &&
    band === plan.band &&
    contact.email !== '' &&
    !contact.optOut
  );
}

function usesWhatTheyRaise({ product }: Answer, { topics }: PlannedCall): boolean {
  return !topics.includes('reportExport') || product === 'Reports';
}
