import { useId, useState } from 'preact/hooks';
import { type EditRefusal, shownDimension, shownValue } from '#core/segments/index.ts';
import type { SegmentsModel } from '../model.ts';
import type { DimensionLines } from '../values.ts';
import { valuesWords } from '../valuesWords.ts';
import { words } from '../words.ts';
import type { Run } from './useEdits.ts';
import { ValueRow } from './ValueRow.tsx';

/** Lines shown: a search finds the others. */
const linesAtFirst = 60;

interface ValuesTableProps {
  model: SegmentsModel;
  lines: DimensionLines;
  run: Run;
  onRefused(refusal: EditRefusal | null): void;
}

/** The values of a dimension, a line each: searched, picked and merged. */
export function ValuesTable({ model, lines, run, onRefused }: ValuesTableProps) {
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const there = new Set(lines.lines.map((l) => l.segment.value));
  const chosen = picked.filter((value) => there.has(value));
  const wanted = search.trim().toLowerCase();
  const found = lines.lines.filter((l) => shownValue(l.segment.value).toLowerCase().includes(wanted));
  const shown = found.slice(0, linesAtFirst);
  const pick = (value: string) =>
    setPicked(chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value]);
  return (
    <>
      {lines.lines.length > 12 && (
        <input
          class="in s vals-find"
          type="search"
          aria-label={valuesWords.find}
          placeholder={valuesWords.find}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <div class="tw">
        <table class="vals">
          <caption class="vh">{valuesWords.caption(shownDimension(lines.name))}</caption>
          <thead>
            <tr>
              <td class="strip-head" />
              <th scope="col">{valuesWords.value}</th>
              <th scope="col" class="rt">
                {words.heads.answers}
              </th>
              <th scope="col" class="rt">
                {words.heads.nps}
              </th>
              <th scope="col">{valuesWords.before}</th>
              <td class="strip-head" />
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <ValueRow
                key={line.segment.value}
                model={model}
                name={lines.name}
                line={line}
                picked={chosen.includes(line.segment.value)}
                onPick={() => pick(line.segment.value)}
                run={run}
                onRefused={onRefused}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Rest lines={lines} hidden={found.length - shown.length} />
      <Merge
        key={chosen.join()}
        chosen={chosen}
        onMerge={async (into) => {
          const done = valuesWords.done.merged(chosen.length, into);
          if (await run(model.values.merge(lines.name, chosen, into), done)) setPicked([]);
        }}
      />
    </>
  );
}

function Rest({ lines, hidden }: { lines: DimensionLines; hidden: number }) {
  const notSent = lines.values - lines.lines.length;
  if (hidden <= 0 && notSent < 500) return null;
  return (
    <p class="small quiet">
      {hidden > 0 && valuesWords.more(hidden)} {notSent >= 500 && valuesWords.notSent(notSent)}
    </p>
  );
}

function Merge({ chosen, onMerge }: { chosen: readonly string[]; onMerge(into: string): Promise<void> }) {
  const [into, setInto] = useState(chosen[0] ?? '');
  const id = useId();
  if (chosen.length < 2) return <p class="small quiet vals-merge">{valuesWords.mergeHint}</p>;
  return (
    <form
      class="vals-form vals-merge"
      onSubmit={(event) => {
        event.preventDefault();
        if (into.trim() !== '') void onMerge(into.trim());
      }}
    >
      <label for={id}>
        {valuesWords.chosen(chosen.length)} {valuesWords.mergeInto}
      </label>
      <input
        id={id}
        class="in s"
        maxLength={60}
        value={into}
        onInput={(event) => setInto(event.currentTarget.value)}
      />
      <button type="submit" class="btn s">
        {valuesWords.merge(chosen.length)}
      </button>
    </form>
  );
}
