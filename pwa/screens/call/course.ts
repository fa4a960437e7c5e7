import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Question } from '#core/guide/index.ts';
import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import {
  endInterview,
  holdCall,
  holderOf,
  type InterviewHead,
  interviewHead,
  isPaused,
  pauseBefore,
  pauseCall,
  reopenInterview,
  resumeCall,
  type Visit,
  visit,
} from '#core/notes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { type KeptTime, makeCallClock } from './callClock.ts';
import { cycleDocOf } from './documents.ts';

export interface CourseNeeds extends Pick<Deps, 'session' | 'clock' | 'chance'> {
  doc: DocName;
  time: KeptTime;
  head: ReadonlySignal<InterviewHead | null>;
  visits: ReadonlySignal<readonly Visit[]>;
  apply(changes: readonly Change[], why: string): void;
}

/** Answers to the three questions of consent. */
export type Consent = Pick<InterviewHead, 'consentRecord' | 'consentQuote' | 'consentContact'>;

/** The course of a call from consent to its end: who leads it, its seconds, where it stands. */
export interface Course {
  /** This window only reads: the workspace was joined to read. */
  watches: boolean;
  /** This member leads the call. */
  holds: ReadonlySignal<boolean>;
  /** Who leads the call; null when it is this member. Both take notes. */
  holder: ReadonlySignal<{ member: string; name: string } | null>;
  /** The seconds stand still. */
  paused: ReadonlySignal<boolean>;
  /** Consent first; then the guide; after the call its summary. */
  step: ReadonlySignal<'consent' | 'ask' | 'after'>;
  /** Seconds into the call; moves once a second. */
  seconds: ReadonlySignal<number>;
  /** Seconds into the call at this moment. */
  at(): number;
  /** Once, when the head is known; `lastSeen`: the latest second that the call was seen at, `led` of it by who leads. */
  begin(head: InterviewHead, lastSeen: number, led: number): void;
  /** Who leads was seen at a later second than before. Theirs is the time of the call, whatever this clock says. */
  heard(led: number): void;
  tick(): void;
  /** A question came on screen. */
  visited(question: Question): void;
  /** Stops the seconds, or lets them run on. */
  pause(): void;
  /** From now on this member leads; `at`: the call goes to the question that only this window was at. */
  takeOver(at: Question | undefined): void;
  answer(consent: Consent): void;
  /** Consent is asked later; the call goes on with the careful answers. */
  later(): void;
  /** In the middle of a call, by whoever leads it; once it is over an answer is only changed. */
  mayAskAgain: ReadonlySignal<boolean>;
  askAgain(): void;
  end(): void;
  reopen(): void;
}

export function makeCourse({ doc, session, chance, head, visits, apply, ...needs }: CourseNeeds): Course {
  const clock = makeCallClock(needs.clock, needs.time);
  const watches = session.role === 'reader';
  const postponed = signal(false);
  const seconds = signal(0);

  const holds = computed(() => {
    const now = head.value;
    return now !== null && !watches && holderOf(now).member === session.member;
  });
  const step = computed(() => {
    if ((head.value?.endedAt ?? 0) > 0) return 'after';
    return head.value?.consentAsked || postponed.value || (head.value && !holds.value) ? 'ask' : 'consent';
  });
  const mayAskAgain = computed(() => holds.value && step.value === 'ask');
  const at = () => clock.secondsInto(head.peek());
  const tick = () => {
    seconds.value = at();
  };
  const putHead = (fields: Parameters<typeof interviewHead.put>[2], why: string) =>
    apply([interviewHead.put(doc, 'head', fields)], why);
  const visited = ({ area, id: question }: Question) => {
    // Two steps within a second keep their order.
    const second = Math.max(at(), (visits.peek().at(-1)?.at ?? -1) + 0.001);
    // While consent is asked too: who goes ahead by name is there when it is given.
    if (step.peek() !== 'after' && holds.peek())
      apply([visit.put(doc, newId<'visit'>(chance), { area, question, at: second })], 'question');
  };
  /** Ends the call or takes it up again. */
  const turn = (made: typeof endOf | typeof reopenInterview, why: string) => {
    const now = head.peek();
    const cycleDoc = now && cycleDocOf(session.workspace, now);
    if (now && cycleDoc) apply(made(doc, cycleDoc, now, clock.moment()), why);
    tick();
  };

  return {
    watches,
    holds,
    holder: computed(() => (head.value && !holds.value ? holderOf(head.value) : null)),
    paused: computed(() => head.value !== null && head.value.endedAt === 0 && isPaused(head.value)),
    step,
    seconds,
    at,
    begin(now, lastSeen, led) {
      clock.atLeast(now, led);
      const pause = pauseBefore(now, lastSeen, clock.moment());
      // Whoever only joins says nothing about how long it has lasted: their clock may be another.
      if (pause > 0 && holds.peek()) putHead({ paused: now.paused + pause }, 'pause');
      else if (pause > 0) clock.back(pause);
      tick();
    },
    heard(led) {
      const now = head.peek();
      if (now && !holds.peek()) clock.follow(now, led);
    },
    tick,
    visited,
    pause() {
      const now = head.peek();
      if (!now || !holds.peek()) return;
      const turned = isPaused(now) ? resumeCall : pauseCall;
      apply(turned(doc, now, clock.moment()), isPaused(now) ? 'resumed' : 'paused');
      tick();
    },
    takeOver(question) {
      if (watches) return;
      // Nobody is asked for consent in the middle of a sentence; who it is says that it is open.
      postponed.value = true;
      apply(holdCall(doc, session.member, session.memberName), 'taken over');
      if (question) visited(question);
    },
    answer: (consent) => putHead({ ...consent, consentAsked: true }, 'consent'),
    later() {
      postponed.value = true;
    },
    mayAskAgain,
    askAgain() {
      if (!mayAskAgain.peek()) return;
      postponed.value = false;
      putHead({ consentAsked: false }, 'consent');
    },
    end() {
      if (holds.peek()) turn(endOf, 'end of call');
    },
    reopen: () => turn(reopenInterview, 'call taken up again'),
  };
}

const endOf = (...[doc, cycleDoc, head, at]: Parameters<typeof reopenInterview>) =>
  endInterview(doc, cycleDoc, head.person, at);
