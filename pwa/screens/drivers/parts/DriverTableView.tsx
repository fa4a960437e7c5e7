import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { figureWords } from '../figureWords.ts';
import type { Order } from '../lines.ts';
import type { DriversModel, DriversView } from '../model.ts';
import { words } from '../words.ts';
import { Evidence } from './Evidence.tsx';
import { TableRow } from './TableRow.tsx';

/** Room to the right of the longest interval, so that its end is seen. */
const steps = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** The share at the right end of the axis of figures that reach up to these. */
export const axisFor = (highs: readonly number[]): number => {
  const most = Math.max(0, ...highs);
  return steps.find((s) => s >= most) ?? 1;
};

/** Rows drawn before the rest is asked for. */
const atFirst = 40;

export function DriverTableView(props: {
  model: DriversModel;
  view: Extract<DriversView, { kind: 'ready' }>;
}) {
  const [all, setAll] = useState(false);
  const { model, view } = props;
  const { table, rows, compared } = view;
  const axis = axisFor(rows.map((r) => r.frequency.high));
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
            <Head model={model} order="segments">
              {words.heads.segments}
            </Head>
            {compared && (
              <Head model={model} order="change">
                {words.heads.change}
              </Head>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, all ? rows.length : atFirst).map((row) => (
            <Fragment key={row.theme}>
              <TableRow
                row={row}
                band={table.band}
                axis={axis}
                compared={compared}
                open={model.opened.value === row.theme}
                onOpen={() => model.open(row.theme)}
              />
              {model.opened.value === row.theme && (
                <Evidence model={model} row={row} columns={compared ? 6 : 5} />
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {!all && rows.length > atFirst && (
        <button type="button" class="btn s drv-rest" onClick={() => setAll(true)}>
          {figureWords.more(rows.length - atFirst)}
        </button>
      )}
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
