import { useLayoutEffect, useRef } from 'preact/hooks';
import type { InterviewHead } from '#core/notes/index.ts';
import type { Consent as Answers } from '../course.ts';
import type { CallModel } from '../model.ts';
import { words } from '../words.ts';

/** Three questions before the first; careful answers stand until others are given. */
export function Consent({ model, onDone }: { model: CallModel; onDone(): void }) {
  if (!model.head.value) return <section class="call-ask" />;
  return (
    <section class="call-ask" aria-label={words.consent}>
      <h1>{words.ask.title}</h1>
      <p class="call-say">{words.ask.say}</p>
      <ConsentForm
        model={model}
        onDone={onDone}
        onLater={() => {
          model.later();
          onDone();
        }}
      />
      <p class="call-then quiet">
        {words.upNext} {model.afterConsent.value}
      </p>
    </section>
  );
}

/** The questions alone, so that an answer can be given or changed after the call too. */
export function ConsentForm(props: { model: CallModel; onDone(): void; onLater?: () => void }) {
  const { model } = props;
  const form = useRef<HTMLFormElement>(null);
  const head = model.head.value;
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), [head === null]);
  if (!head) return null;
  const answer = (event: Event) => {
    event.preventDefault();
    if (form.current) model.answer(answersIn(new FormData(form.current)));
    props.onDone();
  };
  return (
    <form ref={form} class="call-consent" onSubmit={answer}>
      <Choice
        name="record"
        title={words.ask.record}
        picked={head.consentRecord ? 'yes' : 'no'}
        options={yesNo()}
      />
      <Choice name="quote" title={words.ask.quote} picked={head.consentQuote} options={words.ask.quotes} />
      <Choice
        name="contact"
        title={words.ask.contact}
        picked={head.consentContact ? 'yes' : 'no'}
        options={yesNo()}
      />
      <p class="call-consent-acts">
        <button type="submit" class="btn do">
          {words.ask.go} <kbd>Enter</kbd>
        </button>
        {props.onLater && (
          <button type="button" class="btn" onClick={props.onLater}>
            {words.ask.later}
          </button>
        )}
      </p>
    </form>
  );
}

const yesNo = () => ({ no: words.ask.no, yes: words.ask.yes });

function Choice(props: {
  name: string;
  title: string;
  picked: string;
  options: Readonly<Record<string, string>>;
}) {
  return (
    <fieldset>
      <legend>{props.title}</legend>
      {Object.entries(props.options).map(([value, text]) => (
        <label class="check" key={value}>
          <input type="radio" name={props.name} value={value} defaultChecked={value === props.picked} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function answersIn(data: FormData): Answers {
  const quotes = Object.keys(words.ask.quotes) as InterviewHead['consentQuote'][];
  return {
    consentRecord: data.get('record') === 'yes',
    consentQuote: quotes.find((q) => q === data.get('quote')) ?? 'no',
    consentContact: data.get('contact') === 'yes',
  };
}
