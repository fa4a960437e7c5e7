import { useEffect, useRef, useState } from 'preact/hooks';
import type { Calendar, CycleFacts, StepStanding, WeekStanding } from '#core/cycles/index.ts';
import type { QuarterModel } from '../model.ts';
import {
  daysOf,
  ownerText,
  standingText,
  stepNote,
  stepWords,
  usualOwner,
  weekWords,
  words,
} from '../words.ts';
import { LeadLine } from './LeadLine.tsx';
import { useDone } from './useDone.ts';

interface WeeksProps {
  model: QuarterModel;
  calendar: Calendar;
  facts: CycleFacts;
  today: string;
}

/** The weeks as a lead line: solid where the work is done, and each opens to its steps. */
export function Weeks({ model, calendar, facts, today }: WeeksProps) {
  return (
    <ol class="qtr-weeks">
      {calendar.weeks.map((week, i) => (
        <Week
          key={week.week}
          model={model}
          week={week}
          facts={facts}
          today={today}
          beforeDone={calendar.weeks[i - 1]?.done ?? null}
          nextDone={calendar.weeks[i + 1]?.done ?? null}
        />
      ))}
    </ol>
  );
}

interface WeekProps {
  model: QuarterModel;
  week: WeekStanding;
  facts: CycleFacts;
  today: string;
  /** Whether the weeks before and after it are done; null where there is none. */
  beforeDone: boolean | null;
  nextDone: boolean | null;
}

function Week({ model, week, facts, today, beforeDone, nextDone }: WeekProps) {
  const now = week.place === 'now';
  const standing = standingText(week, today);
  const { title = '', milestone = '' } = weekWords[week.week] ?? {};
  const state = [week.done ? 'done' : 'open', now ? 'now' : '', week.overdue ? 'late' : ''];
  return (
    <li class={state.join(' ')} aria-current={now ? 'date' : undefined}>
      <LeadLine week={week} beforeDone={beforeDone} nextDone={nextDone} />
      <details open={now}>
        <summary>
          <span class="qtr-when">
            <b>{words.week(week.week)}</b> <span class="quiet nb">{daysOf(week)}</span>
          </span>
          <span class="qtr-what">
            <span class="qtr-title">{title}</span> <span class="small quiet">{milestone}</span>
          </span>
          <span class="qtr-who quiet">{ownerText(week)}</span>
          <span class={week.overdue ? 'qtr-stand strong' : 'qtr-stand'}>
            {now && (
              <span class="qtr-now">
                {words.now}
                {standing && ','}
              </span>
            )}{' '}
            {standing}
          </span>
        </summary>
        <div class="qtr-in">
          <ul class="qtr-steps" aria-label={words.stepsOf(week.week)}>
            {week.standings.map((step) => (
              <Step key={step.id} model={model} step={step} facts={facts} />
            ))}
          </ul>
          <Hands model={model} week={week} />
        </div>
      </details>
    </li>
  );
}

function Step({ model, step, facts }: { model: QuarterModel; step: StepStanding; facts: CycleFacts }) {
  const done = useDone();
  const name = stepWords[step.id];
  const note = stepNote(step, facts);
  if (step.by === 'data')
    return (
      <li class="qtr-step">
        <svg class="qtr-tick" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8.5l3.2 3.2L13 4.8" />
        </svg>
        <span>
          {name} <span class="small quiet">{note}</span>
        </span>
      </li>
    );
  const ticked = step.by === 'hand';
  return (
    <li class="qtr-step">
      <label class="check">
        <input
          type="checkbox"
          checked={ticked}
          onChange={() =>
            ticked
              ? done(model.untick(step.id), words.unticked(name))
              : done(model.tick(step.id), words.ticked(name))
          }
        />
        <span>
          {name} {note && <span class="small quiet">{note}</span>}
        </span>
      </label>
    </li>
  );
}

/** Who answers for the week, and what there is to say about it; kept on leaving the field. */
function Hands({ model, week }: { model: QuarterModel; week: WeekStanding }) {
  const done = useDone();
  const n = week.week;
  const owner = useKept(week.ownerName);
  const note = useKept(week.note);
  return (
    <div class="qtr-hands">
      <div class="field">
        <label for={`owner-${n}`}>{words.owner}</label>
        <input
          id={`owner-${n}`}
          class="in s"
          aria-label={words.ownerOf(n)}
          placeholder={usualOwner(week)}
          maxLength={120}
          value={owner.text}
          onInput={(event) => owner.type(event.currentTarget.value)}
          onChange={() => {
            owner.leave();
            done(model.write(week, { owner: owner.text }), words.ownerSet(n, owner.text.trim()));
          }}
        />
      </div>
      <div class="field">
        <label for={`note-${n}`}>{words.note}</label>
        <textarea
          id={`note-${n}`}
          class="area"
          aria-label={words.noteOf(n)}
          rows={2}
          maxLength={4000}
          value={note.text}
          onInput={(event) => note.type(event.currentTarget.value)}
          onChange={() => done(model.write(week, { note: note.text, from: note.leave() }), words.noteKept(n))}
        />
      </div>
    </div>
  );
}

/**
 * What is being typed; what is kept elsewhere takes its place when it changes, unless somebody is typing. `leave` gives what
 * the typing began with.
 */
function useKept(kept: string): { text: string; type(text: string): void; leave(): string } {
  const [text, type] = useState(kept);
  const began = useRef(kept);
  useEffect(() => {
    if (text !== began.current) return;
    began.current = kept;
    type(kept);
  }, [kept]);
  const leave = () => {
    const from = began.current;
    began.current = text;
    return from;
  };
  return { text, type, leave };
}
