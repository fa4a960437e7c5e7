import { percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import '#core/browser/parts/histogram.css';
import { isSatisfied } from '#core/scores/index.ts';
import { scoreWords } from '../scoreWords.ts';
import { words } from '../words.ts';

const answers = [1, 2, 3, 4, 5];

/** Answers from 1 to 5, those satisfied in the accent's place; the table inside says the same to a screen reader. */
export function CsatHistogram({ counts }: { counts: readonly number[] }) {
  const at = (score: number) => counts[score] ?? 0;
  const all = answers.reduce((sum, score) => sum + at(score), 0);
  const top = Math.max(1, ...answers.map(at));
  const share = (n: number) => (all > 0 ? percentOf(n / all) : '0%');
  return (
    <figure class="hist csat-hist">
      <div class="hist-bars" aria-hidden="true">
        {answers.map((score) => (
          <div class={`hist-col ${isSatisfied(score) ? 'r' : 'p'}`} key={score}>
            <span class="hist-n num">{wholeOf(at(score))}</span>
            <i class={at(score) > 0 ? 'on' : ''} style={{ height: `${(100 * at(score)) / top}%` }} />
          </div>
        ))}
      </div>
      <div class="hist-axis num" aria-hidden="true">
        {answers.map((score) => (
          <span key={score}>{score}</span>
        ))}
      </div>
      <div class="hist-bands" aria-hidden="true">
        <div style={{ gridColumn: 'span 3' }}>
          <span>
            <b>{share(at(1) + at(2) + at(3))}</b> <span class="quiet">{scoreWords.csat.rest}</span>
          </span>
        </div>
        <div style={{ gridColumn: 'span 2' }}>
          <span>
            <b>{share(at(4) + at(5))}</b> <span class="quiet">{scoreWords.csat.satisfied}</span>
          </span>
        </div>
      </div>
      <table class="vh">
        <caption>{scoreWords.csat.histogram}</caption>
        <thead>
          <tr>
            <th scope="col">{words.wave.score}</th>
            <th scope="col">{words.wave.answers}</th>
            <th scope="col">{words.wave.share}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((score) => (
            <tr key={score}>
              <th scope="row">{score}</th>
              <td>{wholeOf(at(score))}</td>
              <td>{share(at(score))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
