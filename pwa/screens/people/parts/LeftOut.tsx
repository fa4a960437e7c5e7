import { wholeOf } from '#core/browser/parts/figures.ts';
import type { RestRules } from '#core/sample/index.ts';
import { chooseWords, leftOutTitle } from '../chooseWords.ts';
import type { DrawnSelection } from '../drawing.ts';
import { rosterWords } from '../rosterWords.ts';

/** Most names listed under one reason; the figure says how many there are. */
const mostNames = 100;

/** Everybody who fits and is not asked, by reason. */
export function LeftOut({ leftOut, rest }: { leftOut: DrawnSelection['leftOut']; rest: RestRules }) {
  const byReason = [...Map.groupBy(leftOut, (l) => l.reason)];
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{chooseWords.leftOut.title}</h2>
      </div>
      {byReason.map(([reason, list]) => (
        <details key={reason} class="ppl-left">
          <summary>
            {leftOutTitle(reason, rest)} <span class="quiet num">{wholeOf(list.length)}</span>
          </summary>
          <p class="quiet">
            {list
              .slice(0, mostNames)
              .map(({ person }) =>
                [person.name || rosterWords.unnamed, person.accountName].filter(Boolean).join(', '),
              )
              .join(' · ')}
            {list.length > mostNames && ` · ${chooseWords.tried.more(list.length - mostNames)}`}
          </p>
        </details>
      ))}
    </section>
  );
}
