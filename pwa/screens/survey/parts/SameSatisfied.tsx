import { percentOf } from '#core/browser/parts/figures.ts';
import type { SamePeopleFound } from '#core/ports/samePeople.ts';
import { satisfiedIn } from '#core/scores/index.ts';
import { scoreWords } from '../scoreWords.ts';

/** Of those who answered both satisfaction surveys: how many were satisfied before and are now. */
export function SameSatisfied({ found }: { found: SamePeopleFound }) {
  const { both, onlyFirst, onlySecond, neither } = satisfiedIn(found.scores);
  const n = both + onlyFirst + onlySecond + neither;
  if (n === 0) return null;
  const w = scoreWords.same;
  return (
    <section class="sect same">
      <div class="sect-h">
        <h2>{w.title(n)}</h2>
      </div>
      <p>
        {w.satisfied(percentOf((both + onlyFirst) / n), percentOf((both + onlySecond) / n))}{' '}
        <span class="quiet">{w.how(found.byId, found.byEmail, found.bySaid)}</span>
      </p>
    </section>
  );
}
