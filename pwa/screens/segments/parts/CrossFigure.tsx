import { useRef, useState } from 'preact/hooks';
import { wholeOf } from '#core/browser/parts/figures.ts';
import { Waiting } from '#core/browser/parts/Waiting.tsx';
import { shownDimension, shownValue, spokenName } from '#core/segments/index.ts';
import { cellText, crossWords, refusalText } from '../crossWords.ts';
import { type CrossGrid, figureText, gridOf, type Side } from '../grid.ts';
import type { Look } from '../look.ts';
import type { Counted, CrossView, SegmentsModel } from '../model.ts';
import { tintOf } from '../picture.ts';
import type { Row } from '../rows.ts';
import { valuesWords } from '../valuesWords.ts';
import { faultText, npsValue, readingText, words } from '../words.ts';
import { type CopyNow, CopyPicture } from './CopyPicture.tsx';

type Ready = Extract<CrossView, { kind: 'ready' }>;

/** Two dimensions crossed: a heat map whose cells can be walked through, a line about the cell, what its marks mean. */
export function CrossFigure({ model, counted, onEdit, copyNow }: CrossFigureProps) {
  const view = model.cross.value;
  switch (view.kind) {
    case 'none':
      return <p class="callout">{crossWords.needTwo}</p>;
    case 'loading':
      return <Waiting what={crossWords.loading} />;
    case 'failed':
      return (
        <p class="callout bad" role="alert">
          {faultText(view.fault).text}
        </p>
      );
    case 'refused': {
      const { text, wide } = refusalText(view.refusal);
      return (
        <div class="callout ask" role="status">
          <p>{text}</p>
          {wide && (
            <button type="button" class="btn s" onClick={() => onEdit(wide)}>
              {valuesWords.title(shownDimension(wide))}
            </button>
          )}
        </div>
      );
    }
    case 'ready':
      return <Heat model={model} counted={counted} view={view} copyNow={copyNow} />;
  }
}

export interface CrossFigureProps {
  model: SegmentsModel;
  counted: Counted;
  onEdit(dimension: string): void;
  copyNow: CopyNow;
}

/** Rows shown at first. */
const rowsAtFirst = 30;

function Heat({ model, counted, view, copyNow }: Omit<CrossFigureProps, 'onEdit'> & { view: Ready }) {
  const [all, setAll] = useState(false);
  const [at, setAt] = useState<readonly [number, number] | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const look = model.look.value;
  const earlier = counted.earlier?.cycleName ?? '';
  const tells = earlier ? look.tells : 'level';
  const grid = gridOf(view, counted.map, { ...look, tells }, all ? Number.POSITIVE_INFINITY : rowsAtFirst);
  const [rows, columns] = [shownDimension(view.cross.rows), shownDimension(view.cross.columns)];
  const title =
    tells === 'level' ? crossWords.title(rows, columns) : crossWords.changeTitle(rows, columns, earlier);
  if (grid.rows.length === 0 || grid.columns.length === 0)
    return <p class="callout">{look.search ? words.search.none : words.nothingShown}</p>;
  const place = inGrid(grid, at ?? startOf(grid));
  const walk = (event: KeyboardEvent) => {
    const next = stepFrom(place, event.key, grid);
    if (event.key === ' ' || event.key === 'Enter') {
      const row = cellAt(grid, place);
      if (row.segment.n > 0) model.toggle(row);
    } else if (next) {
      setAt(next);
      table.current?.querySelector<HTMLElement>(`[data-at="${next.join()}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <figure class="cross">
      <div class="sect-h">
        <h2>{title}</h2>
        <CopyPicture
          name={`${rows} ${words.file.by} ${columns}`}
          picture={{ kind: 'cross', grid, tells, title, counted }}
          now={copyNow}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="cross-scroll" tabIndex={0} aria-label={title}>
        <table
          class="heat"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked through is a grid
          role="grid"
          style={{ '--columns': grid.columns.length }}
          aria-label={title}
          aria-multiselectable="true"
          ref={table}
        >
          <thead>
            <tr>
              <td class="corner small quiet">
                {rows} <span aria-hidden="true">↓</span> {columns} <span aria-hidden="true">→</span>
              </td>
              {grid.columns.map((c) => (
                <Head key={c.value} scope="col" side={c} tells={tells} />
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={walk}>
            {grid.rows.map((side, r) => (
              <tr key={side.value}>
                <Head scope="row" side={side} tells={tells} />
                {grid.cells[r]?.map((row, c) => (
                  <Cell
                    key={row.key}
                    row={row}
                    at={[r, c]}
                    column={grid.columns[c]?.value ?? ''}
                    tells={tells}
                    most={grid.most[tells]}
                    ticked={model.ticked.value.has(row.key)}
                    current={place[0] === r && place[1] === c}
                    onCurrent={() => setAt([r, c])}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {grid.moreRows > 0 && (
        <button type="button" class="btn s map-more" onClick={() => setAll(true)}>
          {crossWords.more(grid.moreRows)}
        </button>
      )}
      <Detail row={cellAt(grid, place)} model={model} earlier={earlier} />
      <CrossLegend tells={tells} />
      <p class="why">
        {crossWords.rule(view.cross.readable, tells === 'change' ? earlier : '')}{' '}
        {earlier && words.unpaired(counted.pairs)} {crossWords.keys}{' '}
        {view.cross.unknown > 0 && crossWords.unknown(view.cross.unknown)}{' '}
        {counted.map.dimensions
          .filter((d) => d.several && [view.cross.rows, view.cross.columns].includes(d.name))
          .map((d) => crossWords.several(shownDimension(d.name)))
          .join(' ')}
      </p>
    </figure>
  );
}

/** The name of a row or column with what it scores alone, or how that changed. */
function Head({
  scope,
  side: { value, alone },
  tells,
}: {
  scope: 'row' | 'col';
  side: Side;
  tells: Look['tells'];
}) {
  return (
    <th scope={scope}>
      <span class="hd">{shownValue(value)}</span>
      {alone && (
        <span class="quiet small hd-m">
          <span class="vh">
            , {crossWords.whole} {tells === 'level' ? words.heads.nps : crossWords.changeBy}{' '}
          </span>
          {figureText(alone, tells)}
          <span class="hd-n"> · n {wholeOf(alone.segment.n)}</span>
        </span>
      )}
    </th>
  );
}

interface CellProps {
  row: Row;
  at: readonly [number, number];
  column: string;
  tells: Look['tells'];
  most: number;
  ticked: boolean;
  current: boolean;
  onCurrent(): void;
}

function Cell({ row, at, column, tells, most, ticked, current, onCurrent }: CellProps) {
  const { segment, readable } = row;
  const tint = tintOf(row, tells, most);
  const kind = [
    segment.n === 0 ? 'none' : !readable ? 'few' : tint.beyondNoise ? 'full' : 'hollow',
    readable && tint.side,
    ticked && 'on',
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the body of the grid
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      class={`cell ${kind.filter(Boolean).join(' ')}`}
      style={{ '--mix': `${tint.mix}%` }}
      tabIndex={current ? 0 : -1}
      data-at={at.join()}
      aria-selected={ticked}
      onFocus={onCurrent}
      onClick={(event) => event.currentTarget.focus()}
      onPointerEnter={onCurrent}
    >
      <span class="c-col quiet" aria-hidden="true">
        {shownValue(column)}
      </span>
      {segment.n === 0 ? (
        <span class="c-none quiet small">{crossWords.nobody}</span>
      ) : (
        <Figures row={row} tells={tells} />
      )}
      {ticked && (
        <svg class="c-tick" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 6.5l3 3 5-7" stroke="currentColor" stroke-width="2" fill="none" />
        </svg>
      )}
    </td>
  );
}

function Figures({ row, tells }: { row: Row; tells: Look['tells'] }) {
  const { segment, readable, change } = row;
  return (
    <>
      <span class={readable ? 'c-f' : 'c-f quiet'}>
        <span class="vh">{tells === 'level' ? words.heads.nps : crossWords.changeBy} </span>
        {figureText(row, tells)}
      </span>
      <span class="c-n small">
        <span aria-hidden="true">n </span>
        {wholeOf(segment.n)}
        <span class="vh"> {words.answers(segment.n)}</span>
        {tells === 'level' && change?.beyondNoise && (
          <span class="c-m">
            {' '}
            <span aria-hidden="true">{change.by < 0 ? '▾' : '▴'}</span>
            <span class="vh">, {crossWords.changeBy} </span>
            {wholeOf(Math.abs(change.by))}
          </span>
        )}
      </span>
      <span class="c-r small">{readable ? readingText(row) : ''}</span>
    </>
  );
}

function Detail({ row, model, earlier }: { row: Row; model: SegmentsModel; earlier: string }) {
  const on = model.ticked.value.has(row.key);
  const { segment } = row;
  return (
    <div class="cross-detail">
      <p aria-live="polite">
        <b class="strong">{spokenName(segment)}</b>{' '}
        {row.readable && <span class="cross-said">{readingText(row)}</span>}{' '}
        <span class="cross-say">{cellText(row, earlier)}</span>
      </p>
      {segment.n > 0 && (
        <button type="button" class="btn s" aria-pressed={on} onClick={() => model.toggle(row)}>
          {on ? crossWords.leave : crossWords.interview}
        </button>
      )}
    </div>
  );
}

function CrossLegend({ tells }: { tells: Look['tells'] }) {
  const { legend } = crossWords;
  return (
    <ul class="legend small quiet" aria-hidden="true">
      <li>
        <span class="heat-key cell full lo" style={{ '--mix': '46%' }} />
        {tells === 'level' ? legend.below : legend.fell}
      </li>
      <li>
        <span class="heat-key cell full hi" style={{ '--mix': '46%' }} />
        {tells === 'level' ? legend.above : legend.rose}
      </li>
      <li>
        <span class="heat-key cell full" style={{ '--mix': '30%' }} />
        {legend.filled}
      </li>
      <li>
        <span class="heat-key cell hollow lo" style={{ '--mix': '46%' }} />
        {legend.hollow}
      </li>
      <li>
        <span class="heat-key cell few" />
        {legend.few}
      </li>
    </ul>
  );
}

const cellAt = ({ cells }: CrossGrid, [r, c]: readonly [number, number]): Row => cells[r]?.[c] as Row;

const inGrid = ({ rows, columns }: CrossGrid, [r, c]: readonly [number, number]): [number, number] => [
  Math.min(r, rows.length - 1),
  Math.min(c, columns.length - 1),
];

/** Where one starts: the lowest cell beyond noise, else the first. */
function startOf({ cells }: CrossGrid): readonly [number, number] {
  let [best, low] = [[0, 0] as [number, number], Number.POSITIVE_INFINITY];
  cells.forEach((line, r) => {
    line.forEach((row, c) => {
      const value = npsValue(row.segment.nps);
      if (row.beyondNoise && value < low) [best, low] = [[r, c], value];
    });
  });
  return best;
}

function stepFrom(
  [r, c]: readonly [number, number],
  key: string,
  { rows, columns }: CrossGrid,
): readonly [number, number] | null {
  const [lastRow, lastColumn] = [rows.length - 1, columns.length - 1];
  switch (key) {
    case 'ArrowDown':
      return [Math.min(lastRow, r + 1), c];
    case 'ArrowUp':
      return [Math.max(0, r - 1), c];
    case 'ArrowRight':
      return [r, Math.min(lastColumn, c + 1)];
    case 'ArrowLeft':
      return [r, Math.max(0, c - 1)];
    case 'Home':
      return [r, 0];
    case 'End':
      return [r, lastColumn];
    default:
      return null;
  }
}
