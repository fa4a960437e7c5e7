import { describeDifference, needsAnswer } from '#core/waves/index.ts';
import type { Carried } from '../carried.ts';
import type { ImportModel } from '../importModel.ts';
import { words } from '../words.ts';

/** That the file is read like an earlier one, and what is not as it was. */
export function CarriedOver({ model }: { model: ImportModel }) {
  const carried = model.carried.value;
  return carried ? <Said carried={carried} startAfresh={model.startAfresh} /> : null;
}

function Said({ carried, startAfresh }: { carried: Carried; startAfresh(): void }) {
  const { from, differences, columns } = carried;
  const worth = differences.filter(needsAnswer);
  const spelled = differences.filter((d) => d.kind === 'renamed' && !needsAnswer(d)).length;
  return (
    <section class="carried" aria-label={words.carried.title(from.cycleName)}>
      <h2>{words.carried.title(from.cycleName)}</h2>
      <p class="quiet">
        {words.carried.text(worth.length)} {spelled > 0 && words.carried.spelled(spelled)}{' '}
        <button type="button" class="btn txt" onClick={startAfresh}>
          {words.carried.afresh}
        </button>
      </p>
      {worth.length > 0 && (
        <ul class="carried-list">
          {worth.map((difference) => (
            <li key={`${difference.kind} ${'column' in difference ? difference.column : difference.header}`}>
              {describeDifference(difference, columns)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
