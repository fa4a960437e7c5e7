import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { BandShape } from '#core/browser/parts/marks.tsx';
import { type Area, areaNames, areas, mostOf, type Question } from '#core/guide/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { GuideModel, ReadyView } from '../guideModel.ts';
import { areaOf, whomText, words } from '../words.ts';
import { QuestionForm } from './QuestionForm.tsx';
import type { Hands } from './useHands.ts';

/** The questions by area; one of them open to be edited. */
export function Questions(props: { model: GuideModel; view: ReadyView; hands: Hands }) {
  return (
    <div class="gd-questions">
      <p class="small quiet hide-s gd-keys">{words.keys}</p>
      {areas.map((area) => (
        <AreaPart key={area} area={area} {...props} />
      ))}
    </div>
  );
}

function AreaPart(props: { area: Area; model: GuideModel; view: ReadyView; hands: Hands }) {
  const { area, model, view, hands } = props;
  const { content } = view;
  const id = useId();
  const own = content.questions.filter((q) => q.area === area);
  const minutes = content.minutes[area];
  return (
    <section class="sect gd-area" aria-labelledby={id}>
      <div class="sect-h">
        <h2 id={id}>{areaNames[area]}</h2>
        <label class="gd-min">
          <input
            class="in s num"
            inputMode="numeric"
            aria-label={words.minutesOf(areaOf(area))}
            value={Number.isFinite(minutes) ? String(minutes) : ''}
            onInput={(event) => {
              const typed = event.currentTarget.value.trim();
              const next = /^\d{1,3}$/.test(typed) ? Number(typed) : mostOf.minutes + 1;
              model.changeHead({ minutes: { ...content.minutes, [area]: typed === '' ? 0 : next } });
            }}
          />
          <span class="small quiet">{words.minutes}</span>
        </label>
      </div>
      <ol class="gd-list">
        {own.map((question, i) => (
          <Line key={question.id} question={question} number={i + 1} own={own} {...{ model, view, hands }} />
        ))}
      </ol>
      <button
        type="button"
        class="btn s"
        aria-label={words.addTo(areaOf(area))}
        onClick={() => model.add(area)}
      >
        {words.add}
      </button>
    </section>
  );
}

interface LineProps {
  question: Question;
  number: number;
  own: readonly Question[];
  model: GuideModel;
  view: ReadyView;
  hands: Hands;
}

function Line(props: LineProps) {
  const { question, number, own, model, view, hands } = props;
  const { say } = useDeps();
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = model.open.value === question.id;
  const whom = whomText(question, (id) => own.findIndex((q) => q.id === id) + 1);
  const wasOpen = useRef(isOpen);
  // closing gives the focus back to the line it came from
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const held = useRef<Element | null>(null);
  // a line that changes its place keeps the focus that was in it
  useLayoutEffect(() => {
    if (held.current instanceof HTMLElement) held.current.focus();
    held.current = null;
  }, [number]);
  const move = (by: -1 | 1) => {
    const at = number + by;
    if (at < 1 || at > own.length) return;
    held.current = document.activeElement;
    model.move(question.id, by);
    say(words.said.moved(at, own.length));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const by = event.key === 'ArrowDown' ? 1 : -1;
    event.preventDefault();
    if (event.altKey) return move(by);
    const lines = [
      ...(event.currentTarget as Element).closest('main')!.querySelectorAll<HTMLElement>('.gd-line'),
    ];
    lines[lines.indexOf(event.currentTarget as HTMLElement) + by]?.focus();
  };
  return (
    <li class={isOpen ? 'gd-open' : undefined}>
      <button
        type="button"
        ref={button}
        class="gd-line"
        aria-expanded={isOpen}
        aria-keyshortcuts="Enter Alt+ArrowUp Alt+ArrowDown"
        onClick={() => model.openQuestion(isOpen ? '' : question.id)}
        onKeyDown={onKeyDown}
      >
        <span class="gd-n quiet num">{number}</span>
        <span class="gd-text" lang={view.content.language || undefined}>
          {question.text.trim() || <em class="quiet">{words.noText}</em>}
        </span>
        <span class="gd-meta small quiet">
          {question.bands.map((band) => (
            <BandShape key={band} band={band} />
          ))}
          {[whom, words.probes(question.probes.length)].filter(Boolean).join(' · ')}
        </span>
      </button>
      {isOpen && (
        <QuestionForm
          question={question}
          own={own}
          language={view.content.language}
          model={model}
          onMove={move}
          onRemove={() => hands.remove(question.id)}
        />
      )}
    </li>
  );
}
