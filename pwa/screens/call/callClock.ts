import { type InterviewHead, secondsInto } from '#core/notes/index.ts';
import type { Clock } from '#core/ports/clock.ts';

/** The time of one call in this window. */
export interface CallClock {
  /** Milliseconds since 1970 UTC, read once and then moved on steadily: setting the computer's clock moves no note. */
  moment(): number;
  secondsInto(head: InterviewHead | null): number;
  /** The call was seen running at this second; a clock that lags behind it starts there. */
  atLeast(head: InterviewHead, seconds: number): void;
  /** This window's clock runs ahead of the call's by so many seconds. */
  back(seconds: number): void;
}

export function makeCallClock(clock: Clock): CallClock {
  const wall = clock.now();
  const steady = clock.steady();
  let ahead = 0;
  const moment = () => wall + (clock.steady() - steady) + ahead;
  return {
    moment,
    secondsInto: (head) => (head ? secondsInto(head, moment()) : 0),
    atLeast(head, seconds) {
      const behind = seconds - secondsInto(head, moment());
      if (behind > 0 && head.endedAt === 0) ahead += behind * 1000;
    },
    back(seconds) {
      ahead -= seconds * 1000;
    },
  };
}
