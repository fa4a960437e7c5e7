import { useState } from 'preact/hooks';
import { listOf } from '#core/browser/parts/figures.ts';
import type { Inspection, Mapping } from '#core/waves/index.ts';
import { type Asked, isSettled } from '../asked.ts';
import {
  asCsat,
  undecided,
  withDateOrder,
  withDecimalMark,
  withKept,
  withMissing,
  withRole,
  withScale,
} from '../mappingEdits.ts';
import { words } from '../words.ts';
import { headerOf } from './headerOf.ts';

interface Props {
  asked: readonly Asked[];
  settled: ReadonlySet<string>;
  inspection: Inspection;
  mapping: Mapping;
  change(next: Mapping, at?: number): void;
  settle(key: string, done?: boolean): void;
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
      <h2>{words.questions.title(open.length)}</h2>
      {open.length > 0 && <p class="quiet small">{words.questions.why}</p>}
      {shown.map((a) => (
        <Question key={a.key} a={a} {...props} />
      ))}
      {open.length > shown.length && (
        <button type="button" class="btn s" onClick={() => setAll(true)}>
          {words.questions.more(open.length - shown.length)}
        </button>
      )}
      {done.map((a) => (
        <Settled key={a.key} a={a} {...props} />
      ))}
    </section>
  );
}

function namesOf(a: Extract<Asked, { kind: 'missing' }>, inspection: Inspection): string {
  const names = a.columns.map((at) => inspection.columns[at]).flatMap((c) => (c ? [`“${headerOf(c)}”`] : []));
  return names.length > 3 ? words.questions.columns(names.length) : listOf(names);
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
          {words.questions.codes(a.value, a.cells, a.columns.length)}
          {a.columns.length <= 3 && ` in ${namesOf(a, inspection)}`}, {words.questions[a.why]}.
        </b>{' '}
        {words.questions.means}
        <span class="quiet small"> {isScore ? words.questions.scoreStays : words.questions.ratingStays}</span>
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
          {words.questions.yesCode}
        </button>
        <button
          type="button"
          class="btn s"
          onClick={() => {
            change(withKept(mapping, a.columns, a.value));
            settle(a.key);
          }}
        >
          {words.questions.noCode}
        </button>
      </span>
      {a.columns.length > 3 && (
        <details class="small">
          <summary>{words.questions.columns(a.columns.length)}</summary>
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

function Other({ a, inspection, mapping, change, settle }: Props & { a: Extract<Asked, { kind: 'other' }> }) {
  const q = a.question;
  const header = (at: number) => {
    const column = inspection.columns[at];
    return column ? headerOf(column) : '';
  };
  const { ask, text } = words.questionOf(q, header);
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
          choose(words.questions.yesNps),
          choose(words.questions.noRating, withRole(mapping, q.column, 'rating'), q.column),
        ]}
        {q.kind === 'whichScore' &&
          q.columns.slice(0, 6).map((at) => choose(header(at), withRole(mapping, at, 'score'), at))}
        {q.kind === 'dateOrder' && [
          choose(words.questions.dayFirst, withDateOrder(mapping, q.column, 'dmy')),
          choose(words.questions.monthFirst, withDateOrder(mapping, q.column, 'mdy')),
        ]}
        {q.kind === 'decimalMark' && [
          choose(
            words.questions.thousands,
            withDecimalMark(mapping, q.column, q.proposed === '.' ? ',' : '.'),
          ),
          choose(words.questions.decimals, withDecimalMark(mapping, q.column, q.proposed)),
        ]}
        {q.kind === 'isThisCsat' && [
          choose(words.questions.yesCsat, asCsat(mapping, q.column), q.column),
          choose(words.questions.noCsat),
        ]}
        {q.kind === 'mixedScale' && [
          choose(words.questions.scale(q.low, q.high), withScale(mapping, q.column, q.low, q.high)),
          choose(words.questions.scale(0, 10), withScale(mapping, q.column, 0, 10)),
        ]}
        {q.kind === 'rowsLeftOut' && [
          choose(words.questions.leaveOut),
          choose(words.questions.keepRows, withRole(mapping, q.column, 'ignore')),
        ]}
        {(q.kind === 'noDate' ||
          q.kind === 'whichSheet' ||
          q.kind === 'hiddenColumns' ||
          q.kind === 'hiddenRows' ||
          q.kind === 'mergedDown' ||
          q.kind === 'noResults' ||
          q.kind === 'noZero' ||
          q.kind === 'nobodyNamed' ||
          q.kind === 'noWayToReach' ||
          q.kind === 'severalSurveys') &&
          choose(words.questions.understood)}
      </span>
    </>
  );
}

function Settled({ a, inspection, mapping, change, settle }: Props & { a: Asked }) {
  const header = (at: number) => {
    const column = inspection.columns[at];
    return column ? headerOf(column) : '';
  };
  const said =
    a.kind === 'missing'
      ? (isSettled(a, mapping) ? words.questions.settledCode : words.questions.leftCode)(
          a.value,
          namesOf(a, inspection),
        )
      : words.questionOf(a.question, header).ask;
  return (
    <p class="settled small">
      <span class="quiet">{said}</span>{' '}
      <button
        type="button"
        class="btn txt"
        onClick={() => {
          if (a.kind === 'missing') change(undecided(mapping, a.columns, a.value));
          settle(a.key, false);
        }}
      >
        {words.questions.undo}
      </button>
    </p>
  );
}
