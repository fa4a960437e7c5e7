import { useState } from 'preact/hooks';
import { needsAnswer, tellDifferences } from '#core/waves/index.ts';
import type { Carried } from '../carried.ts';
import type { ImportModel } from '../importModel.ts';
import { words } from '../words.ts';

/** That the file is read like an earlier one, and what is not as it was. */
export function CarriedOver({ model }: { model: ImportModel }) {
  const carried = model.carried.value;
  return carried ? <Said carried={carried} startAfresh={model.startAfresh} /> : null;
}

const atOnce = 5;

function Said({ carried, startAfresh }: { carried: Carried; startAfresh(): void }) {
  const { from, differences, inspection } = carried;
  const [all, setAll] = useState(false);
  const lines = tellDifferences(differences.filter(needsAnswer), inspection.columns);
  const spelled = differences.filter((d) => d.kind === 'renamed' && !needsAnswer(d)).length;
  const shown = all ? lines : lines.slice(0, atOnce);
  return (
    <section class="carried" aria-label={words.carried.title(from.cycleName)}>
      <h2>{words.carried.title(from.cycleName)}</h2>
      <p class="quiet">
        {words.carried.text(lines.length)} {spelled > 0 && words.carried.spelled(spelled)}{' '}
        <button type="button" class="btn txt" onClick={startAfresh}>
          {words.carried.afresh}
        </button>
      </p>
      {lines.length > 0 && (
        <ul class="carried-list">
          {shown.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {lines.length > shown.length && (
        <button type="button" class="btn s" onClick={() => setAll(true)}>
          {words.carried.more(lines.length - shown.length)}
        </button>
      )}
    </section>
  );
}
