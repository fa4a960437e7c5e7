import { csatOf } from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { percentOf, rangeOf } from './figures.ts';

const words = {
  title: (cycle: string) => `${cycle} measured satisfaction, not the likelihood to recommend`,
  is: (share: string, range: string) => `CSAT is ${share} (${range}%).`,
  text: {
    segments:
      'This map compares Net Promoter Scores, so it has nothing to show of it. Satisfaction by segment stands with the survey.',
    people:
      'People are chosen by band: detractors, passives and promoters of a 0 to 10 question. Bring such a survey for this cycle to choose whom to call.',
  },
  survey: 'See satisfaction',
  bring: 'Bring another survey',
};

/** A page that rests on the 0 to 10 question, for a cycle whose survey did not ask it: no score is made up. */
export function SatisfactionOnly({ head, on }: { head: WaveHead; on: 'segments' | 'people' }) {
  const csat = csatOf(head.histogram);
  const is =
    csat.kind === 'estimate' ? words.is(percentOf(csat.value / 100), rangeOf(csat.low, csat.high)) : '';
  return (
    <main class="page">
      <div class="head">
        <h1>{words.title(head.cycleName)}</h1>
        <p class="lede">
          {is} {words.text[on]}
        </p>
      </div>
      <div class="acts">
        <a class="btn do" href="/survey">
          {words.survey}
        </a>
        <a class="btn" href="/survey?new">
          {words.bring}
        </a>
      </div>
    </main>
  );
}
