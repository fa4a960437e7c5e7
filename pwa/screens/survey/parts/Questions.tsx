import { useState } from 'preact/hooks';
import { listOf } from '#core/browser/parts/figures.ts';
import type { Inspection, Mapping, SheetName } from '#core/waves/index.ts';
import { type Asked, isSettled } from '../asked.ts';
import {
  asCsat,
  undecided,
  withDateOrder,
  withDecimalMark,
  withKept,
  withMetric,
  withMissing,
  withRole,
  withScale,
} from '../mappingEdits.ts';
import { questionWords as w } from '../questionWords.ts';
import { headerOf } from './headerOf.ts';

interface Props {
  asked: readonly Asked[];
  settled: ReadonlySet<string>;
  inspection: Inspection;
  mapping: Mapping;
  change(next: Mapping, at?: number): void;
  settle(key: string, done?: boolean): void;
  /** Reads another sheet of the workbook. */
  chooseSheet(name: string): void;
}

const atOnce = 5;

/** What the importer is unsure of, as questions; answered ones fold into a line that can be taken back. */
export function Questions(props: Props) {
  const [all, setAll] = useState(false);
  const { asked, settled } = props;
  if (asked.length === 0) return null;
  const open = asked.filter((a) => !settled.has(a.key));
  const done = asked.filter((a) => settled.has(a.key));
  const shown = all ? open : open.slice(0, atOnce);
  return (
    <section class="asks">
      <h2>{w.title(open.length)}</h2>
      {open.length > 0 && <p class="quiet small">{w.why}</p>}
      {shown.map((a) => (
        <Question key={a.key} a={a} {...props} />
      ))}
      {open.length > shown.length && (
        <button type="button" class="btn s" onClick={() => setAll(true)}>
          {w.more(open.length - shown.length)}
        </button>
      )}
      {done.map((a) => (
        <Settled key={a.key} a={a} {...props} />
      ))}
    </section>
  );
}

function namesOf(a: Extract<Asked, { kind: 'missing' }>, inspection: Inspection): string {
  const names = a.columns
    .map((at) => inspection.columns[at])
    .flatMap((c) => (c ? [w.named(headerOf(c))] : []));
  return names.length > 3 ? w.columns(names.length) : listOf(names);
}

function Question({ a, ...props }: Props & { a: Asked }) {
  return (
    <div class="ask">{a.kind === 'missing' ? <Code a={a} {...props} /> : <Other a={a} {...props} />}</div>
  );
}

function Code({
  a,
  inspection,
  mapping,
  change,
  settle,
}: Props & { a: Extract<Asked, { kind: 'missing' }> }) {
  const isScore = a.columns.some((at) => mapping.columns[at]?.role === 'score');
  return (
    <>
      <p>
        <b>
          {w.codes(a.value, a.cells, a.columns.length)}
          {a.columns.length <= 3 && w.within(namesOf(a, inspection), a.columns.length)}, {w[a.why]}.
        </b>{' '}
        {w.means}
        <span class="quiet small"> {isScore ? w.scoreStays : w.ratingStays}</span>
      </p>
      <span class="acts">
        <button
          type="button"
          class="btn s"
          onClick={() => {
            change(withMissing(mapping, a.columns, a.value, true));
            settle(a.key);
          }}
        >
          {w.yesCode}
        </button>
        <button
          type="button"
          class="btn s"
          onClick={() => {
            change(withKept(mapping, a.columns, a.value));
            settle(a.key);
          }}
        >
          {w.noCode}
        </button>
      </span>
      {a.columns.length > 3 && (
        <details class="small">
          <summary>{w.columns(a.columns.length)}</summary>
          <p class="quiet">
            {a.columns
              .map((at) => inspection.columns[at])
              .flatMap((c) => (c ? [headerOf(c)] : []))
              .join(', ')}
          </p>
        </details>
      )}
    </>
  );
}

function Other({
  a,
  inspection,
  mapping,
  change,
  settle,
  chooseSheet,
}: Props & { a: Extract<Asked, { kind: 'other' }> }) {
  const q = a.question;
  const header = (at: number) => {
    const column = inspection.columns[at];
    return column ? headerOf(column) : '';
  };
  const { ask, text } = w.questionOf(q, header);
  const choose = (name: string, next?: Mapping, at?: number) => (
    <button
      type="button"
      class="btn s"
      key={name}
      onClick={() => {
        if (next) change(next, at);
        settle(a.key);
      }}
    >
      {name}
    </button>
  );
  return (
    <>
      <p>
        <b>{ask}</b> <span class="quiet">{text}</span>
      </p>
      <span class="acts">
        {q.kind === 'isThisNps' && [
          choose(w.yesNps),
          choose(w.noRating, withRole(mapping, q.column, 'rating'), q.column),
        ]}
        {q.kind === 'whichScore' &&
          q.columns.slice(0, 6).map((at) => choose(header(at), withRole(mapping, at, 'score'), at))}
        {q.kind === 'dateOrder' && [
          choose(w.dayFirst, withDateOrder(mapping, q.column, 'dmy')),
          choose(w.monthFirst, withDateOrder(mapping, q.column, 'mdy')),
        ]}
        {q.kind === 'decimalMark' && [
          choose(w.thousands, withDecimalMark(mapping, q.column, q.proposed === '.' ? ',' : '.')),
          choose(w.decimals, withDecimalMark(mapping, q.column, q.proposed)),
        ]}
        {q.kind === 'isThisCsat' && [
          choose(w.yesCsat, asCsat(mapping, q.column), q.column),
          choose(w.noCsat),
        ]}
        {q.kind === 'mixedScale' && [
          choose(w.scale(q.low, q.high), withScale(mapping, q.column, q.low, q.high)),
          choose(w.scale(0, 10), withScale(mapping, q.column, 0, 10)),
        ]}
        {q.kind === 'whichSheet' &&
          sheetsIn(inspection, q).map((sheet) => (
            <button
              type="button"
              class="btn s"
              key={sheet.name}
              aria-pressed={sheet.name === q.sheet}
              onClick={() => (sheet.name === q.sheet ? settle(a.key) : chooseSheet(sheet.name))}
            >
              {w.sheet(sheet)}
            </button>
          ))}
        {q.kind === 'rowsLeftOut' && [
          choose(w.leaveOut),
          choose(w.keepRows, withRole(mapping, q.column, 'ignore')),
        ]}
        {(q.kind === 'noDate' ||
          q.kind === 'hiddenColumns' ||
          q.kind === 'hiddenRows' ||
          q.kind === 'mergedDown' ||
          q.kind === 'noResults' ||
          q.kind === 'noZero' ||
          q.kind === 'nobodyNamed' ||
          q.kind === 'noWayToReach' ||
          q.kind === 'severalSurveys') &&
          choose(w.understood)}
      </span>
    </>
  );
}

/** The sheets to choose from, in the workbook's order; of the one that is read the rows are known. */
function sheetsIn({ sheet, rows }: Inspection, q: { sheet: string; others: readonly string[] }): SheetName[] {
  return (sheet?.sheets ?? [])
    .filter(({ name }) => name === q.sheet || q.others.includes(name))
    .map((one) => (one.name === q.sheet ? { ...one, rows, rowsAre: 'counted' } : one));
}

function Settled({ a, inspection, mapping, change, settle }: Props & { a: Asked }) {
  const header = (at: number) => {
    const column = inspection.columns[at];
    return column ? headerOf(column) : '';
  };
  const said =
    a.kind === 'missing'
      ? (isSettled(a, mapping) ? w.settledCode : w.leftCode)(a.value, namesOf(a, inspection))
      : w.settledOf(a.question, header);
  return (
    <p class="settled small">
      <span class="quiet">{said}</span>{' '}
      <button
        type="button"
        class="btn txt"
        onClick={() => {
          if (a.kind === 'missing') change(undecided(mapping, a.columns, a.value));
          else if (a.question.kind === 'isThisCsat' && mapping.metric === 'csat')
            change(withMetric(withRole(mapping, a.question.column, 'rating'), 'nps'), a.question.column);
          settle(a.key, false);
        }}
      >
        {w.undo}
      </button>
    </p>
  );
}
