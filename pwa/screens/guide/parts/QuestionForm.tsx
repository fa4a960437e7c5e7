import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { mostOf, probeKinds, type Question, wordingHint } from '#core/guide/index.ts';
import { bands } from '#core/waves/index.ts';
import type { GuideModel } from '../guideModel.ts';
import { bandNames, probeNames, words } from '../words.ts';
import { Conditions } from './Conditions.tsx';
import { Cross } from './Cross.tsx';

interface FormProps {
  question: Question;
  /** All of its area. */
  own: readonly Question[];
  language: string;
  model: GuideModel;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One question: its words, whom it is for, its follow-ups. Every change is an unsaved edit at once. */
export function QuestionForm(props: FormProps) {
  const { question, language, model } = props;
  const id = useId();
  const hint = wordingHint(question.text, language);
  const change = (edit: Parameters<GuideModel['change']>[1]) => model.change(question.id, edit);
  const { form } = words;
  const text = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => text.current?.focus(), []);
  return (
    <fieldset
      class="gd-form"
      aria-label={form.label}
      onKeyDown={(event) => event.key === 'Escape' && model.openQuestion('')}
    >
      <div class="field">
        <label for={`${id}-text`}>{form.text}</label>
        <textarea
          id={`${id}-text`}
          class="area gd-ask"
          rows={2}
          ref={text}
          lang={language || undefined}
          maxLength={mostOf.text}
          value={question.text}
          aria-describedby={`${id}-hint`}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
        <span id={`${id}-hint`} class="hint">
          {hint ? <b class="strong">{words.hint[hint]}</b> : form.textHint}
        </span>
      </div>
      <fieldset class="gd-bands">
        <legend>{form.bands}</legend>
        {bands.map((band) => (
          <label key={band} class="check">
            <input
              type="checkbox"
              checked={question.bands.includes(band)}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                change({ bands: bands.filter((b) => (b === band ? checked : question.bands.includes(b))) });
              }}
            />
            {bandNames[band]}
          </label>
        ))}
        <span class="small quiet">{form.everyone}</span>
      </fieldset>
      <Conditions
        when={question.when ?? []}
        dimensions={model.respondent.dimensions.value}
        onChange={(when) => change({ when })}
      />
      <Instead {...props} />
      <Probes {...props} />
      <div class="gd-foot">
        <button type="button" class="btn s" onClick={() => model.openQuestion('')}>
          {form.done}
        </button>
        <button type="button" class="btn s" onClick={() => props.onMove(-1)}>
          {form.up}
        </button>
        <button type="button" class="btn s" onClick={() => props.onMove(1)}>
          {form.down}
        </button>
        <button type="button" class="btn s danger" onClick={props.onRemove}>
          {form.remove}
        </button>
      </div>
    </fieldset>
  );
}

/** Which question it stands for; only where it is for some and not for all. */
function Instead({ question, own, model }: FormProps) {
  const id = useId();
  const others = own.filter((q) => q.id !== question.id && !q.insteadOf);
  const isVariant = question.bands.length > 0 || (question.when ?? []).length > 0 || question.insteadOf;
  // what others stand for cannot stand for another itself
  if (!isVariant || others.length === 0 || own.some((q) => q.insteadOf === question.id)) return null;
  return (
    <div class="field">
      <label for={id}>{words.form.instead}</label>
      <select
        id={id}
        class="sel"
        value={question.insteadOf ?? ''}
        onChange={(event) => model.change(question.id, { insteadOf: event.currentTarget.value || undefined })}
      >
        <option value="">{words.form.insteadNone}</option>
        {others.map((q) => (
          <option key={q.id} value={q.id}>
            {own.indexOf(q) + 1}. {q.text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Probes({ question, language, model }: FormProps) {
  const { probes } = question;
  const put = (next: typeof probes) => model.change(question.id, { probes: next });
  return (
    <fieldset class="gd-probes">
      <legend>{words.form.probes}</legend>
      {probes.map((probe, i) => (
        <div key={i} class="gd-probe">
          <select
            class="sel s"
            aria-label={words.form.kind(i + 1)}
            value={probe.kind}
            onChange={(event) => {
              const kind = probeKinds.find((k) => k === event.currentTarget.value);
              if (kind) put(probes.map((p, at) => (at === i ? { ...p, kind } : p)));
            }}
          >
            {probeKinds.map((kind) => (
              <option key={kind} value={kind}>
                {probeNames[kind]}
              </option>
            ))}
          </select>
          <input
            class="in s"
            aria-label={words.form.probe(i + 1)}
            lang={language || undefined}
            value={probe.text}
            maxLength={mostOf.text}
            onInput={(event) => {
              const text = event.currentTarget.value;
              put(probes.map((p, at) => (at === i ? { ...p, text } : p)));
            }}
          />
          <button
            type="button"
            class="btn icon"
            aria-label={words.form.removeProbe(i + 1)}
            onClick={() => put(probes.filter((_, at) => at !== i))}
          >
            <Cross />
          </button>
        </div>
      ))}
      {probes.length < mostOf.probes && (
        <button type="button" class="btn s" onClick={() => put([...probes, { kind: 'expand', text: '' }])}>
          {words.form.addProbe}
        </button>
      )}
    </fieldset>
  );
}
