import type { DriverRow, DriverTable } from '#core/themes/index.ts';
import type { DriversModel, Order } from '../model.ts';
import { words } from '../words.ts';
import { DriverLine } from './DriverLine.tsx';

/** Room to the right of the longest interval, so that its end is seen. */
const steps = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

export function DriverTableView(props: {
  model: DriversModel;
  table: DriverTable;
  rows: readonly DriverRow[];
}) {
  const { model, table, rows } = props;
  const most = Math.max(...rows.map((r) => r.frequency.high));
  const axis = steps.find((s) => s >= most) ?? 1;
  return (
    <>
      <table class="drv">
        <caption class="vh">{words.caption(table.band)}</caption>
        <thead>
          <tr>
            <Head model={model} order="name">
              {words.heads.name}
            </Head>
            <Head model={model} order="frequency">
              {words.heads.frequency}
            </Head>
            <th scope="col">{words.heads.said}</th>
            <Head model={model} order="severity">
              {words.heads.severity}
            </Head>
            <th scope="col">{words.heads.segments}</th>
            <Head model={model} order="accounts">
              {words.heads.accounts}
            </Head>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DriverLine key={row.theme} row={row} band={table.band} axis={axis} />
          ))}
        </tbody>
      </table>
      <div class="drv-foot">
        <details class="drv-rules small">
          <summary>{words.rulesTitle}</summary>
          <ul>
            {words.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </details>
        <button type="button" class="btn txt" onClick={model.downloadCsv}>
          {words.csv}
        </button>
      </div>
    </>
  );
}

function Head({ model, order, children }: { model: DriversModel; order: Order; children: string }) {
  const current = model.order.value === order;
  const direction = order === 'name' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={current ? direction : undefined}>
      <button type="button" class="sort" onClick={() => model.orderBy(order)}>
        {children}
      </button>
    </th>
  );
}
