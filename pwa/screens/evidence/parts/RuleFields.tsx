import { countOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { EvidenceModel } from '../model.ts';
import { byBand } from '../part.ts';
import { choices } from '../rule.ts';
import { words } from '../words.ts';

interface Option {
  value: string;
  name: string;
}

/** The rule of saturation: how many calls it starts from, how many make a run, and how little is little enough. */
export function RuleFields({ model }: { model: EvidenceModel }) {
  const rule = model.rule.value;
  const number = (part: keyof typeof rule, label: string, nameOf: (n: number) => string) => (
    <Choice
      label={label}
      value={String(rule[part])}
      options={choices[part].map((n) => ({ value: String(n), name: nameOf(n) }))}
      onPick={(value) => model.setRule({ ...rule, [part]: Number(value) })}
    />
  );
  return (
    <div class="evi-rule">
      {number('base', words.saturation.base, (n) => countOf(n, 'call', 'calls'))}
      {number('run', words.saturation.run, wholeOf)}
      {number('threshold', words.saturation.threshold, percentOf)}
    </div>
  );
}

/** What the small pictures are made for: each band, or each value of a dimension. */
export function SplitBy({ model }: { model: EvidenceModel }) {
  return (
    <Choice
      label={words.saturation.by}
      value={model.by.value}
      options={[
        { value: byBand, name: words.band },
        ...model.dimensions.value.map((dimension) => ({ value: dimension, name: dimension })),
      ]}
      onPick={model.splitBy}
    />
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly Option[];
  onPick(value: string): void;
}) {
  return (
    <label class="evi-choice">
      {props.label}
      <select class="sel s" value={props.value} onChange={(event) => props.onPick(event.currentTarget.value)}>
        {props.options.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
