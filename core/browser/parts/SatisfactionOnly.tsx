import { csatOf } from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { satisfactionWords as words } from './satisfactionWords.ts';

/** A page that rests on the 0 to 10 question, for a cycle whose survey did not ask it: no score is made up. */
export function SatisfactionOnly({ head, on }: { head: WaveHead; on: 'segments' | 'people' }) {
  const csat = csatOf(head.histogram);
  const is = csat.kind === 'estimate' ? words.is(csat.value / 100, csat.low, csat.high) : '';
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
