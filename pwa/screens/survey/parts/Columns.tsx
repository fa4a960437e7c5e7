import { useMemo, useState } from 'preact/hooks';
import { Pick } from '#core/browser/parts/Pick.tsx';
import { useTurn } from '#core/browser/parts/useTurn.ts';
import type { ColumnMapping, ColumnProfile, ColumnRole, Inspection, Mapping } from '#core/waves/index.ts';
import { isMissing, withLabel, withMissing, withRole, withScale } from '../mappingEdits.ts';
import { words } from '../words.ts';
import { headerOf } from './headerOf.ts';

type Group = keyof typeof words.columns.groups;
const groups = Object.keys(words.columns.groups) as Group[];
const roles = Object.keys(words.roles) as ColumnRole[];
/** Rows drawn before the rest is asked for, and those of them that one turn draws. */
const atOnce = 30;
const aTurn = 6;
/** Below this the importer would not bet on its own guess. */
const sure = 0.65;

interface Props {
  inspection: Inspection;
  mapping: Mapping;
  touched: ReadonlySet<number>;
  change(next: Mapping, at?: number): void;
}

function fits(group: Group, role: ColumnRole, isUnsure: boolean): boolean {
  switch (group) {
    case 'all':
      return true;
    case 'used':
      return role !== 'ignore';
    case 'segments':
      return role === 'segment';
    case 'ratings':
      return role === 'rating';
    case 'unsure':
      return isUnsure;
    case 'ignored':
      return role === 'ignore';
  }
}

const holds = (column: ColumnProfile, typed: string): boolean => {
  const want = typed.trim().toLowerCase();
  return (
    want === '' ||
    column.header.toLowerCase().includes(want) ||
    column.wording.toLowerCase().includes(want) ||
    column.top.some((v) => v.value.toLowerCase().includes(want))
  );
};

/** Every column of the file, found by name, value or group; each with its values and what it means. */
export function Columns({ inspection, mapping, touched, change }: Props) {
  const [group, setGroup] = useState<Group>('all');
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const drawn = aTurn * useTurn(atOnce / aTurn);
  // a column nothing speaks for is ignored, not unsure: only a guess can be wrong
  const isUnsure = (c: ColumnProfile) =>
    !touched.has(c.index) && c.filled > 0 && c.reason !== 'nothing' && c.confidence < sure;
  const roleOf = (c: ColumnProfile) => mapping.columns[c.index]?.role ?? 'ignore';
  const countIn = (g: Group) => inspection.columns.filter((c) => fits(g, roleOf(c), isUnsure(c))).length;
  const shown = inspection.columns.filter((c) => fits(group, roleOf(c), isUnsure(c)) && holds(c, typed));
  return (
    <section class="cols">
      <div class="sect-h">
        <h2>{words.columns.title}</h2>
        <input
          type="search"
          class="in s cols-find"
          aria-label={words.columns.search}
          placeholder={words.columns.search}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <Pick
        label={words.columns.group}
        value={group}
        onPick={(g: Group) => setGroup(g)}
        options={groups.map((g) => ({
          value: g,
          name: (
            <>
              {words.columns.groups[g]} <span class="quiet num">{countIn(g)}</span>
            </>
          ),
        }))}
      />
      <ul class="col-list">
        {(all ? shown : shown.slice(0, drawn)).map((c) => {
          const m = mapping.columns[c.index];
          return (
            m && (
              <ColumnRow
                key={c.index}
                column={c}
                m={m}
                mapping={mapping}
                unsure={isUnsure(c)}
                change={change}
              />
            )
          );
        })}
      </ul>
      {!all && drawn === atOnce && shown.length > atOnce && (
        <button type="button" class="btn s cols-more" onClick={() => setAll(true)}>
          {words.columns.more(shown.length - atOnce)}
        </button>
      )}
      {shown.length === 0 && <p class="quiet">{words.columns.nothing}</p>}
    </section>
  );
}

interface RowProps {
  column: ColumnProfile;
  m: ColumnMapping;
  mapping: Mapping;
  unsure: boolean;
  change(next: Mapping, at?: number): void;
}

function ColumnRow({ column, m, mapping, unsure, change }: RowProps) {
  const [open, setOpen] = useState(false);
  const name = headerOf(column);
  const at = column.index;
  return (
    <li class={m.role === 'ignore' ? 'col off' : 'col'}>
      <div class="col-name">
        <span class="col-h">{name}</span>
        {column.wording && <span class="small quiet col-w">{column.wording}</span>}
      </div>
      <button type="button" class="col-vals" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="vh">{words.columns.open(name)}: </span>
        <Values column={column} m={m} />
      </button>
      <span class="col-role">
        <select
          class="sel s"
          aria-label={words.columns.role(name)}
          value={m.role}
          onChange={(event) => {
            const role = roles.find((r) => r === event.currentTarget.value);
            if (role) change(withRole(mapping, at, role), at);
          }}
        >
          {roles.map((r) => (
            <option key={r} value={r}>
              {r === 'score' && mapping.metric === 'csat' ? words.mapping.satisfaction : words.roles[r]}
            </option>
          ))}
        </select>
        {unsure && <span class="small quiet">{words.columns.unsure}</span>}
      </span>
      {open && <ColumnDetail column={column} m={m} mapping={mapping} change={change} />}
    </li>
  );
}

/** The commonest values in one line, those that mean "no answer" struck out, then how many more there are. */
function Values({ column, m }: { column: ColumnProfile; m: ColumnMapping }) {
  const few = column.top.slice(0, 6);
  const isAllDifferent = column.top.every(({ count }) => count === 1) && column.distinct > few.length;
  return (
    <>
      <span class="col-line">
        {isAllDifferent ? (
          <span class="val">{words.columns.example(few.slice(0, 3).map(({ value }) => value))}</span>
        ) : (
          few.map((v) => (
            <span key={v.value} class={isMissing(m, v.value) ? 'val gone' : 'val'}>
              {v.value} <Times n={v.count} />
            </span>
          ))
        )}
      </span>
      <span class="small quiet num col-n">
        {words.columns.values(column.distinct, column.distinctMore)}
        {column.empty > 0 && `, ${words.columns.empty(column.empty)}`}
      </span>
    </>
  );
}

/** How often a value stands there, so that it is told from the value itself. */
function Times({ n }: { n: number }) {
  return <span class="quiet small num">{words.columns.times(n)}</span>;
}

function ColumnDetail({ column, m, mapping, change }: Omit<RowProps, 'unsure'>) {
  const at = column.index;
  const proposed = useMemo(
    () => new Set(column.proposedMissing.map((p) => p.value.toLowerCase())),
    [column.proposedMissing],
  );
  const scale = (low: number | undefined, high: number | undefined) => {
    if (low !== undefined && high !== undefined && low < high) change(withScale(mapping, at, low, high), at);
  };
  const unlisted = column.distinct - column.top.length;
  const low = m.low ?? column.numbers?.low ?? 1;
  const high = m.high ?? column.numbers?.high ?? 5;
  return (
    <div class="col-detail">
      <fieldset class="codes">
        <legend class="small quiet">{words.columns.means}</legend>
        {column.top.map((v) => (
          <label class="check" key={v.value}>
            <input
              type="checkbox"
              checked={isMissing(m, v.value)}
              onChange={(event) =>
                change(withMissing(mapping, [at], v.value, event.currentTarget.checked), at)
              }
            />
            <span>
              {v.value} <Times n={v.count} />
              {proposed.has(v.value.toLowerCase()) && (
                <span class="small quiet"> {words.columns.likely}</span>
              )}
            </span>
          </label>
        ))}
        {unlisted > 0 && (
          <span class="small quiet">{words.columns.unlisted(unlisted, column.distinctMore)}</span>
        )}
      </fieldset>
      {(m.role === 'segment' || m.role === 'rating') && (
        <label class="field">
          <span class="small quiet">{words.columns.label}</span>
          <input
            class="in s"
            value={m.label ?? ''}
            placeholder={headerOf(column)}
            onChange={(event) => change(withLabel(mapping, at, event.currentTarget.value.trim()), at)}
          />
        </label>
      )}
      {m.role === 'rating' && (
        <span class="scale">
          <label class="field">
            <span class="small quiet">{words.columns.low}</span>
            <input
              class="in s num"
              type="number"
              value={low}
              onChange={(event) => scale(event.currentTarget.valueAsNumber, high)}
            />
          </label>
          <label class="field">
            <span class="small quiet">{words.columns.high}</span>
            <input
              class="in s num"
              type="number"
              value={high}
              onChange={(event) => scale(low, event.currentTarget.valueAsNumber)}
            />
          </label>
        </span>
      )}
    </div>
  );
}
