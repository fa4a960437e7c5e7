import { wholeOf } from '#core/browser/parts/figures.ts';
import {
  type ListKind,
  type ListRole,
  type Outcome,
  outcomes,
  plainCell,
  rateOf,
  revenueKeptOf,
  rolesOf,
} from '#core/waves/index.ts';
import type { Coming, ListsModel } from '../listsModel.ts';
import {
  customersFinding,
  invitedFinding,
  joinedText,
  leftReason,
  retentionFinding,
  listWords as w,
} from '../listWords.ts';
import { useDone } from './useDone.ts';

type Review = Extract<Coming, { kind: 'review' }>;
interface ReviewProps {
  kind: ListKind;
  model: ListsModel;
  coming: Review;
}
const shown = 200;

/** A list before it is kept: what would come of it, what did not join, and what its columns mean. */
export function ListReview({ kind, model, coming }: ReviewProps) {
  const done = useDone();
  const { outcome, fault, file, same } = coming;
  return (
    <div class="qtr-review" aria-busy={outcome === null && fault === ''}>
      <p class="small quiet">{file.inspection.fileName}</p>
      {fault ? (
        <p class="callout bad" role="alert">
          {fault}
        </p>
      ) : (
        <p class="qtr-finding" role="status">
          {outcome ? findingOf(kind, outcome) : w.joining}
        </p>
      )}
      {outcome && <p class="quiet">{joinedText(outcome, kind)}</p>}
      {kind === 'renewals' && <Meanings model={model} coming={coming} />}
      {kind === 'renewals' && <DateOrder model={model} coming={coming} />}
      {outcome && <LeftLines model={model} coming={coming} />}
      {outcome?.kind === 'people' && kind === 'invited' && <Unlisted model={model} coming={coming} />}
      <details class="qtr-cols" open={fault !== ''}>
        <summary>{w.columns}</summary>
        <Columns kind={kind} model={model} coming={coming} />
      </details>
      {same && <p class="callout">{w.same}</p>}
      <div class="acts">
        {outcome && !same && (
          <button type="button" class="btn do" onClick={() => done(model.keep(), w.kept(kind))}>
            {w.kinds[kind].keep}
          </button>
        )}
        <button type="button" class="btn" onClick={model.leave}>
          {w.leave}
        </button>
      </div>
    </div>
  );
}

function findingOf(kind: ListKind, outcome: NonNullable<Review['outcome']>): string {
  if (outcome.kind === 'renewals') {
    const { all } = outcome.report;
    return retentionFinding(
      outcome.report,
      rateOf(all.accounts - all.left, all.accounts),
      revenueKeptOf(all),
    );
  }
  const { invited, answered } = outcome.report;
  if (kind === 'customers') return customersFinding(invited);
  return invitedFinding(outcome.report, rateOf(answered, invited));
}

function Columns({ kind, model, coming }: ReviewProps) {
  const roles = rolesOf[kind];
  return (
    <div>
      {coming.file.inspection.columns.map((c) => {
        const role = coming.mapping.columns[c.index]?.role ?? 'ignore';
        const name = c.header.trim() || `${c.index + 1}`;
        return (
          <div class="matter" key={c.index}>
            <label for={`list-${kind}-${c.index}`}>{name}</label>
            <select
              id={`list-${kind}-${c.index}`}
              class="sel s"
              aria-label={w.columnName(name)}
              value={role}
              onChange={(event) => {
                const to = roles.find((r) => r === event.currentTarget.value);
                if (to) void model.setRole(c.index, to);
              }}
            >
              {withNow(roles, role).map((r) => (
                <option key={r} value={r}>
                  {w.roles[r]}
                </option>
              ))}
            </select>
            <span class="matter-what quiet small">
              {c.top
                .slice(0, 3)
                .map((v) => v.value)
                .join(', ')}
            </span>
          </div>
        );
      })}
    </div>
  );
}

const withNow = (roles: readonly ListRole[], now: ListRole): readonly ListRole[] =>
  roles.includes(now) ? roles : [now, ...roles];

/** What the texts of the outcome column mean, or what every line does where there is no such column. */
function Meanings({ model, coming }: { model: ListsModel; coming: Review }) {
  const at = coming.mapping.columns.findIndex(({ role }) => role === 'outcome');
  const column = coming.file.inspection.columns[at];
  const choose = (event: { currentTarget: HTMLSelectElement }) =>
    outcomes.find((o) => o === event.currentTarget.value) ?? null;
  if (!column)
    return (
      <div class="matter">
        <label for="list-every">{w.everyLine}</label>
        <MeaningSelect
          id="list-every"
          name={w.everyLine}
          value={coming.mapping.everyLine}
          onPick={(e) => void model.setEveryLine(choose(e))}
          none={w.sayWhich}
        />
      </div>
    );
  return (
    <fieldset class="qtr-meanings">
      <legend class="label">{w.meanings}</legend>
      {column.top.map(({ value, count }, i) => (
        <div class="matter" key={value}>
          <label for={`meaning-${i}`}>
            {value} <span class="quiet num">{wholeOf(count)}</span>
          </label>
          <MeaningSelect
            id={`meaning-${i}`}
            name={w.meaningName(value)}
            value={coming.mapping.meanings[plainCell(value)] ?? null}
            onPick={(e) => void model.setMeaning(plainCell(value), choose(e))}
            none={w.notUnderstood}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** Asked only where a date can be read two ways. */
function DateOrder({ model, coming }: { model: ListsModel; coming: Review }) {
  const at = coming.mapping.columns.findIndex(({ role }) => role === 'date');
  const dates = coming.file.inspection.columns[at]?.top ?? [];
  if (!dates.some(({ value }) => /^\d{1,2}[/.-]\d{1,2}[/.-]/.test(value))) return null;
  return (
    <div class="matter">
      <label for="list-dates">{w.dateOrder}</label>
      <select
        id="list-dates"
        class="sel s"
        value={coming.mapping.dateOrder}
        onChange={(event) => void model.setDateOrder(event.currentTarget.value === 'mdy' ? 'mdy' : 'dmy')}
      >
        <option value="dmy">{w.dateOrders.dmy}</option>
        <option value="mdy">{w.dateOrders.mdy}</option>
      </select>
    </div>
  );
}

interface SelectProps {
  id: string;
  name: string;
  value: Outcome | null;
  none: string;
  onPick(event: { currentTarget: HTMLSelectElement }): void;
}

function MeaningSelect({ id, name, value, none, onPick }: SelectProps) {
  return (
    <select id={id} class="sel s" aria-label={name} value={value ?? ''} onChange={onPick}>
      <option value="">{none}</option>
      {outcomes.map((o) => (
        <option key={o} value={o}>
          {w.outcomes[o]}
        </option>
      ))}
    </select>
  );
}

function LeftLines({ model, coming }: { model: ListsModel; coming: Review }) {
  if (!coming.outcome) return null;
  const { report } = coming.outcome;
  const all = 'leftCount' in report ? report.leftCount : report.left.length;
  if (all === 0) return null;
  return (
    <details class="qtr-left">
      <summary>{w.left(all)}</summary>
      <div class="tw rejected">
        <table>
          <thead>
            <tr>
              <th scope="col" class="rt">
                {w.line}
              </th>
              <th scope="col">{w.value}</th>
              <th scope="col">{w.reason}</th>
            </tr>
          </thead>
          <tbody>
            {report.left.slice(0, shown).map((l) => (
              <tr key={`${l.line} ${l.why}`}>
                <td class="rt">{wholeOf(l.line)}</td>
                <td class="rejected-v">{l.value || '–'}</td>
                <td>{leftReason(l.why)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > shown && <p class="small quiet">{w.firstOf(Math.min(shown, report.left.length), all)}</p>}
      <button type="button" class="btn s" onClick={model.downloadLeft}>
        {w.download}
      </button>
    </details>
  );
}

function Unlisted({ model, coming }: { model: ListsModel; coming: Review }) {
  if (coming.outcome?.kind !== 'people') return null;
  const { unlisted, unlistedAnswers } = coming.outcome.report;
  if (unlisted === 0) return null;
  return (
    <details class="qtr-left">
      <summary>{w.unlisted(unlisted)}</summary>
      <div class="tw rejected">
        <table>
          <thead>
            <tr>
              <th scope="col">{w.person}</th>
              <th scope="col">{w.email}</th>
              <th scope="col">{w.company}</th>
            </tr>
          </thead>
          <tbody>
            {unlistedAnswers.slice(0, shown).map((p) => (
              <tr key={p.row}>
                <td>{p.name || '–'}</td>
                <td class="rejected-v">{p.email || '–'}</td>
                <td>{p.accountName || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unlisted > shown && (
        <p class="small quiet">{w.firstOf(Math.min(shown, unlistedAnswers.length), unlisted)}</p>
      )}
      <button type="button" class="btn s" onClick={model.downloadUnlisted}>
        {w.download}
      </button>
    </details>
  );
}
