import { wholeOf } from '#core/browser/parts/figures.ts';
import { type Cell, csvOf } from '#core/exchange/index.ts';
import type { FileSaver } from '#core/ports/files.ts';
import { describeRejection, type Metric, type RejectedRow } from '#core/waves/index.ts';
import { words } from '../words.ts';

/** The list as a file: line, column, value, reason. Cells a spreadsheet would run are defused. */
export function saveRejected(
  files: FileSaver,
  survey: string,
  rows: readonly RejectedRow[],
  metric: Metric | undefined,
): void {
  const table: Cell[][] = [
    [words.rejected.line, words.rejected.column, words.rejected.value, words.rejected.reason],
    ...rows.map((r) => [r.line, r.column, r.value, describeRejection(r.reason, metric)]),
  ];
  files.save(words.rejected.fileName(survey), 'text/csv', csvOf(table));
}

/** Every row that was left out, with its place and its reason. */
export function RejectedTable({
  rows,
  all,
  metric,
}: {
  rows: readonly RejectedRow[];
  all: number;
  metric: Metric | undefined;
}) {
  return (
    <>
      <p class="quiet">{words.rejected.lede}</p>
      <div class="tw rejected">
        <table>
          <thead>
            <tr>
              <th scope="col" class="rt">
                {words.rejected.line}
              </th>
              <th scope="col">{words.rejected.column}</th>
              <th scope="col">{words.rejected.value}</th>
              <th scope="col">{words.rejected.reason}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={`${r.line} ${r.column}`}>
                <td class="rt">{wholeOf(r.line)}</td>
                <td>{r.column}</td>
                <td class="rejected-v">{r.value || <span class="quiet">{words.rejected.empty}</span>}</td>
                <td>{describeRejection(r.reason, metric)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > rows.length && <p class="small quiet">{words.rejected.firstOf(rows.length, all)}</p>}
    </>
  );
}
