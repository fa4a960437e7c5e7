import { type InterviewHead, isPaused, secondsInto } from '#core/notes/index.ts';
import type { Clock } from '#core/ports/clock.ts';

/** The time of one call in this window. */
export interface CallClock {
  /** Milliseconds since 1970 UTC, read once and then moved on steadily: setting the computer's clock moves no note. */
  moment(): number;
  secondsInto(head: InterviewHead | null): number;
  /** The call was seen running at this second; a clock that lags behind it, or behind its beginning, starts there. */
  atLeast(head: InterviewHead, seconds: number): void;
  /** Whoever leads was heard at this second just now: a clock that is far from it goes on from there. */
  follow(head: InterviewHead, seconds: number): void;
  /** This window's clock runs ahead of the call's by so many seconds. */
  back(seconds: number): void;
}

/** By how much the call's time is ahead of this computer's clock, kept over a reload of the window. Milliseconds. */
export interface KeptTime {
  ahead: number;
  keepAhead(ahead: number): void;
}

/** What is heard of the call may have been on its way for so long, in seconds; a clock further ahead of it is wrong. */
const longestWay = 60;

export function makeCallClock(clock: Clock, kept: KeptTime): CallClock {
  const wall = clock.now();
  const steady = clock.steady();
  let { ahead } = kept;
  const goOn = (seconds: number) => {
    if (seconds === 0) return;
    ahead += seconds * 1000;
    kept.keepAhead(ahead);
  };
  const moment = () => wall + (clock.steady() - steady) + ahead;
  /** Seconds by which the call's time is ahead of this window's. `secondsInto` would count a time before it as its beginning. */
  const behind = (head: InterviewHead, seconds: number) =>
    isPaused(head) || head.endedAt > 0 ? 0 : seconds + head.paused - (moment() - head.startedAt) / 1000;
  return {
    moment,
    secondsInto: (head) => (head ? secondsInto(head, moment()) : 0),
    atLeast(head, seconds) {
      goOn(Math.max(0, behind(head, seconds)));
    },
    follow(head, seconds) {
      const by = behind(head, seconds);
      if (by > 0 || by < -longestWay) goOn(by);
    },
    back(seconds) {
      goOn(-seconds);
    },
  };
}
