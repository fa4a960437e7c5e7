import { useId, useState } from 'preact/hooks';
import { type Condition, mostOf, plainName, plainValue } from '#core/guide/index.ts';
import { words } from '../words.ts';
import { Cross } from './Cross.tsx';

interface Known {
  name: string;
  values: readonly string[];
}

/** For whom a question is beside the band: dimension and values, known ones offered, any other can be typed. */
export function Conditions(props: {
  when: readonly Condition[];
  dimensions: readonly Known[];
  onChange(when: readonly Condition[]): void;
}) {
  const { when, dimensions, onChange } = props;
  const put = (at: number, next: Condition) => onChange(when.map((c, i) => (i === at ? next : c)));
  return (
    <fieldset class="gd-when">
      <legend>{words.form.when}</legend>
      {when.map((condition, i) => (
        <One
          key={i}
          condition={condition}
          dimensions={dimensions}
          onChange={(next) => put(i, next)}
          onRemove={() => onChange(when.filter((_, at) => at !== i))}
        />
      ))}
      {when.length < mostOf.conditions && (
        <button
          type="button"
          class="btn s"
          onClick={() => onChange([...when, { dimension: dimensions[0]?.name ?? '', values: [] }])}
        >
          {words.form.addWhen}
        </button>
      )}
    </fieldset>
  );
}

function One(props: {
  condition: Condition;
  dimensions: readonly Known[];
  onChange(next: Condition): void;
  onRemove(): void;
}) {
  const { condition, dimensions, onChange } = props;
  const [typed, setTyped] = useState('');
  const id = useId();
  const { dimension, values } = condition;
  const known = dimensions.filter((d) => dimension === '' || plainName(d.name) === plainName(dimension));
  const offered = [...new Set(known.flatMap((d) => d.values))].filter((v) => !values.includes(v));
  const add = (text: string) => {
    const value = text.trim();
    setTyped('');
    if (value !== '' && !values.some((v) => plainValue(v) === plainValue(value)))
      onChange({ dimension, values: [...values, value] });
  };
  return (
    <div class="gd-cond">
      <input
        class="in s"
        aria-label={words.form.dimension}
        list={`${id}-dimensions`}
        placeholder={words.form.any}
        value={dimension}
        maxLength={mostOf.value}
        onInput={(event) => onChange({ dimension: event.currentTarget.value, values })}
      />
      <datalist id={`${id}-dimensions`}>
        {dimensions.map((d) => (
          <option key={d.name} value={d.name} />
        ))}
      </datalist>
      <span class="quiet">{words.form.is}</span>
      <span class="gd-values">
        {values.map((value) => (
          <span key={value} class="gd-value">
            {value}
            <button
              type="button"
              class="btn icon"
              aria-label={words.form.removeValue(value)}
              onClick={() => onChange({ dimension, values: values.filter((v) => v !== value) })}
            >
              <Cross />
            </button>
          </span>
        ))}
        <input
          class="in s"
          aria-label={words.form.value}
          list={`${id}-values`}
          placeholder={words.form.valueHint}
          value={typed}
          maxLength={mostOf.value}
          onInput={(event) => {
            const text = event.currentTarget.value;
            // taken from the list it is added at once; what is typed may go on
            if (isTaken(event) && offered.includes(text)) add(text);
            else setTyped(text);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add(typed);
          }}
          onBlur={() => add(typed)}
        />
        <datalist id={`${id}-values`}>
          {offered.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      </span>
      <button type="button" class="btn icon" aria-label={words.form.removeWhen} onClick={props.onRemove}>
        <Cross />
      </button>
    </div>
  );
}

/** A choice from a list of suggestions, which browsers report as a replacement or without saying how. */
const isTaken = (event: Event): boolean =>
  !(event instanceof InputEvent) || event.inputType === 'insertReplacementText' || event.inputType === '';
