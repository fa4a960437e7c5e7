import { wholeOf } from '#core/browser/parts/figures.ts';
import type { Workload } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { RosterModel } from '../roster.ts';
import { rateText, rosterWords } from '../rosterWords.ts';

/** What each interviewer has before them, and how people answered. */
export function Workloads({ model }: { model: RosterModel }) {
  const { session } = useDeps();
  const loads = model.workloads.value;
  const nameOf = ({ member, name }: Workload) => {
    if (member === session.member) return rosterWords.you;
    return member === '' ? rosterWords.load.nobody : name || rosterWords.colleague;
  };
  return (
    <section class="sect ppl-loads">
      <div class="sect-h">
        <h2>{rosterWords.load.title}</h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="tw" tabIndex={0} aria-label={rosterWords.load.caption}>
        <table>
          <caption class="vh">{rosterWords.load.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rosterWords.load.interviewer}</th>
              {(['toCall', 'invited', 'held', 'declined', 'noShow', 'rate'] as const).map((column) => (
                <th scope="col" class="rt" key={column}>
                  {rosterWords.load[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {loads.map((load) => (
              <Load key={load.member} load={load} name={nameOf(load)} />
            ))}
          </tbody>
          {loads.length > 1 && (
            <tfoot>
              <Load load={model.total.value} name={rosterWords.load.all} />
            </tfoot>
          )}
        </table>
      </section>
    </section>
  );
}

function Load({ load, name }: { load: Workload; name: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {(['toCall', 'invited', 'held', 'declined', 'noShow'] as const).map((column) => (
        <td class={`rt ${column}`} data-label={rosterWords.load[column]} key={column}>
          {wholeOf(load[column])}
        </td>
      ))}
      <td class="rt rate" data-label={rosterWords.load.rate}>
        {rateText(load)}
      </td>
    </tr>
  );
}
