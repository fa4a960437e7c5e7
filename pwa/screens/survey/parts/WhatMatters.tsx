import { type ColumnRole, type Inspection, type Mapping, metrics } from '#core/waves/index.ts';
import { placeOf, withMetric, withRole } from '../mappingEdits.ts';
import { words } from '../words.ts';
import { headerOf } from './headerOf.ts';

const main: readonly ColumnRole[] = ['score', 'comment', 'date', 'email', 'respondentId', 'name', 'account'];

interface Props {
  inspection: Inspection;
  mapping: Mapping;
  change(next: Mapping, at?: number): void;
}

/** The few columns everything rests on, whatever else the file holds. */
export function WhatMatters({ inspection, mapping, change }: Props) {
  return (
    <section class="matters">
      <h2>{words.mapping.first}</h2>
      <MetricRow inspection={inspection} mapping={mapping} change={change} />
      {main.map((role) => (
        <MainRow key={role} role={role} inspection={inspection} mapping={mapping} change={change} />
      ))}
    </section>
  );
}

/** What the score measures, where it could be either: its numbers lie from 1 to 5, or satisfaction was chosen. */
function MetricRow({ inspection, mapping, change }: Props) {
  const numbers = inspection.columns[placeOf(mapping, 'score')]?.numbers;
  const metric = mapping.metric ?? 'nps';
  if (metric === 'nps' && !(numbers && numbers.low >= 1 && numbers.high <= 5)) return null;
  return (
    <div class="matter">
      <label for="main-metric">{words.mapping.metric}</label>
      <select
        id="main-metric"
        class="sel s"
        value={metric}
        onChange={(event) => {
          const to = metrics.find((m) => m === event.currentTarget.value);
          if (to) change(withMetric(mapping, to));
        }}
      >
        {metrics.map((m) => (
          <option key={m} value={m}>
            {words.mapping.metrics[m]}
          </option>
        ))}
      </select>
      <span />
    </div>
  );
}

function MainRow({ role, inspection, mapping, change }: Props & { role: ColumnRole }) {
  const at = placeOf(mapping, role);
  const column = inspection.columns[at];
  const id = `main-${role}`;
  return (
    <div class={at < 0 ? 'matter none' : 'matter'}>
      <label for={id}>
        {role === 'score' && mapping.metric === 'csat' ? words.mapping.satisfaction : words.roles[role]}
      </label>
      <select
        id={id}
        class="sel s"
        value={at}
        onChange={(event) => {
          const to = Number(event.currentTarget.value);
          if (to >= 0) change(withRole(mapping, to, role), to);
          else if (at >= 0) change(withRole(mapping, at, 'ignore'), at);
        }}
      >
        <option value={-1}>{words.mapping.none}</option>
        {inspection.columns.map((c) => (
          <option key={c.index} value={c.index}>
            {headerOf(c)}
          </option>
        ))}
      </select>
      <span class="matter-what quiet small">
        {column && (
          <>
            <span class="num">{words.mapping.filled(column.filled, inspection.rows)}</span>
            <Example role={role} at={at} inspection={inspection} />
          </>
        )}
      </span>
    </div>
  );
}

/** One cell as it stands; a comment is a customer's and set like one. */
function Example({ role, at, inspection }: { role: ColumnRole; at: number; inspection: Inspection }) {
  const cells = inspection.preview.map((row) => row[at]?.trim() ?? '').filter(Boolean);
  const [cell] = role === 'comment' ? cells.sort((a, b) => b.length - a.length) : cells;
  if (!cell || role === 'score') return null;
  return role === 'comment' ? (
    <>
      {' '}
      <span class="said">{words.mapping.said(cell)}</span>
    </>
  ) : (
    <>
      , {words.preview.eg} <span class="matter-eg">{cell}</span>
    </>
  );
}
