import type { CycleFacts } from './facts.ts';
import type { StepTick } from './records.ts';
import type { StepId } from './weeks.ts';

/** What the data say of a step: done or not, and how far where it can be counted. Null: only people can say. */
export interface StepReading {
  done: boolean;
  /** `have` of `need`, in what the step counts; null where there is nothing to count. */
  count: { have: number; need: number } | null;
}

/** A step as it stands. */
export interface StepStanding {
  id: StepId;
  done: boolean;
  /** Shown by the data, by hand, or not at all yet. */
  by: 'data' | 'hand' | null;
  reading: StepReading | null;
  tick: StepTick | null;
}

const yes = (done: boolean): StepReading => ({ done, count: null });
const counted = (have: number, need: number, done = need > 0 && have >= need): StepReading => ({
  done,
  count: { have, need },
});

/** What the data say of a step; null for the steps that only people can call done. */
export function readingOf(step: StepId, facts: CycleFacts): StepReading | null {
  const { survey, method, segments, chosen, held, open, notes, tagged, themes } = facts;
  const allHeld = held > 0 && open === 0;
  const toHold = held + open;
  const half = Math.ceil(toHold / 2);
  switch (step) {
    case 'surveyOut':
    case 'surveyIn':
      return yes(survey !== null && survey.answers > 0);
    case 'methodUnchanged':
      return method === null || method === 'changed' ? null : yes(true);
    case 'segmentsChosen':
      return yes(segments !== null || chosen > 0);
    case 'peopleChosen':
      return yes(chosen > 0);
    case 'interviewsHalf':
      return counted(Math.min(held, half), half);
    case 'interviewsHeld':
      return counted(held, toHold, allHeld);
    case 'notesTagged':
      return counted(tagged, notes, allHeld && notes > 0 && tagged >= notes);
    case 'driverTable':
      return { done: allHeld && themes > 0 && tagged >= notes, count: { have: themes, need: 0 } };
    default:
      return null;
  }
}

/** A step as the data and the ticks of people leave it: what the data show needs no tick. */
export function standingOfStep(id: StepId, facts: CycleFacts, tick: StepTick | null): StepStanding {
  const reading = readingOf(id, facts);
  const by = reading?.done ? 'data' : tick ? 'hand' : null;
  return { id, done: by !== null, by, reading, tick };
}
