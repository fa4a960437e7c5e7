import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import { type Area, type AreaProgress, areaProgress, guideOf, type Question } from '#core/guide/index.ts';
import type { Change } from '#core/model/change.ts';
import { docName } from '#core/model/docName.ts';
import { type InterviewId, newId, parseId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import { recordIn } from '#core/model/record.ts';
import {
  endInterview,
  holdCall,
  holderOf,
  type InterviewHead,
  interviewHead,
  isPaused,
  nameIndexOf,
  pauseBefore,
  pauseCall,
  reopenInterview,
  resumeCall,
  themeIndex,
  visit,
} from '#core/notes/index.ts';
import type { Present } from '#core/ports/presence.ts';
import type { OpenDoc, SaveState } from '#core/ports/replica.ts';
import type { SyncState } from '#core/ports/sync.ts';
import { type Fills, type RosterEntry, rosterEntry } from '#core/sample/index.ts';
import type { InterviewFacts, Theme } from '#core/themes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { makeCallClock } from './callClock.ts';
import { type CaptureLine, makeCaptureLine } from './capture.ts';
import { type Coach, makeCoach } from './coach.ts';
import { keepNew, openCallDocuments } from './documents.ts';
import { fillsIn } from './fills.ts';
import { type Keeper, makeKeeper } from './keeper.ts';
import { nameablesOf } from './nameable.ts';
import { makeSteadyViews, type NoteView, noteView } from './noteView.ts';
import { readPast, recentThemes } from './past.ts';
import { attendCall } from './presence.ts';
import type { Seat } from './seat.ts';
import { makeSuggested, type Suggested } from './suggest.ts';
import { type Asked, makeWay } from './way.ts';

export type CallNeeds = Pick<
  Deps,
  'replica' | 'drafts' | 'facts' | 'session' | 'clock' | 'chance' | 'state' | 'presence' | 'suggester'
>;

/** Answers to the three questions of consent. */
export type Consent = Pick<InterviewHead, 'consentRecord' | 'consentQuote' | 'consentContact'>;

export interface CallModel {
  /** `missing`: this device has no such interview (yet). `failed`: a document could not be opened. */
  state: ReadonlySignal<'opening' | 'missing' | 'ready' | 'failed'>;
  head: ReadonlySignal<InterviewHead | null>;
  /** This window only reads: the workspace was joined to read. */
  watches: boolean;
  /** Who leads the call; null when it is this member. Both take notes. */
  holder: ReadonlySignal<{ member: string; name: string } | null>;
  /** Who else is here now. */
  others: ReadonlySignal<readonly Present[]>;
  /** The seconds stand still. */
  paused: ReadonlySignal<boolean>;
  /** This window looks at another question than the one who leads. */
  strayed: ReadonlySignal<boolean>;
  /** Consent first; then the guide; after the call its summary. */
  step: ReadonlySignal<'consent' | 'ask' | 'after'>;
  /** Seconds into the call; moves once a second. */
  seconds: ReadonlySignal<number>;
  areas: ReadonlySignal<readonly AreaProgress[]>;
  asked: ReadonlySignal<Asked | null>;
  /** The question that opens the guide, in the words to say. */
  first: ReadonlySignal<string>;
  notes: ReadonlySignal<readonly NoteView[]>;
  person: ReadonlySignal<RosterEntry | null>;
  /** What the call does for the open quotas of its cycle; null while nothing is planned. */
  fills: ReadonlySignal<Fills | null>;
  /** Earlier interviews of this person, newest first. */
  past: ReadonlySignal<readonly InterviewFacts[]>;
  /** Of this interview, the codebook that has its new themes, and the unfinished line together. */
  save: ReadonlySignal<SaveState>;
  sync: ReadonlySignal<SyncState>;
  themeNamed(id: string): Theme | undefined;
  /** At most nine themes to tag with by number: the last used first, then the codebook's. */
  choices(): Theme[];
  line: CaptureLine;
  suggested: Suggested;
  keeper: Keeper;
  coach: Coach;
  tick(): void;
  next(): void;
  previous(): void;
  toArea(area: Area): void;
  /** Back to the question the call is at. */
  follow(): void;
  /** Stops the seconds, or lets them run on. */
  pause(): void;
  /** From now on this member leads. */
  takeOver(): void;
  answer(consent: Consent): void;
  /** Consent is asked later; the call goes on with the careful answers. */
  later(): void;
  askAgain(): void;
  end(): void;
  reopen(): void;
  dispose(): void;
}

/** One call: everything its screen shows and does. `seat` gives this window its place for the unfinished line. */
export function makeCallModel(deps: CallNeeds, interview: InterviewId, seat: () => Promise<Seat>): CallModel {
  const { session, replica, chance } = deps;
  const doc = docName(session.workspace, 'interview', interview);
  const bookDoc = docName(session.workspace, 'codebook');
  const documents = openCallDocuments(deps, doc, () => line.settled());
  const { standing, head, notes: stored, visits, codebook } = documents;
  const person = signal<RosterEntry | null>(null);
  const fills = signal<Fills | null>(null);
  const roster = signal<ReadonlyMap<string, Fields>>(new Map());
  const past = signal<readonly InterviewFacts[]>([]);
  const usedBefore = signal<readonly string[]>([]);
  const postponed = signal(false);
  const seconds = signal(0);
  const clock = makeCallClock(deps.clock);
  const stops: (() => void)[] = [documents.close];
  const watches = session.role === 'reader';

  const apply = (changes: readonly Change[], why: string) => {
    if (changes.length > 0 && !watches) void replica.apply(changes, { who: session.member, why });
  };
  const tick = () => {
    seconds.value = clock.secondsInto(head.peek());
    presence.tick();
  };
  const holds = computed(() => {
    const now = head.value;
    return now !== null && !watches && holderOf(now).member === session.member;
  });
  const step = computed(() => {
    if ((head.value?.endedAt ?? 0) > 0) return 'after';
    return head.value?.consentAsked || postponed.value || (head.value && !holds.value) ? 'ask' : 'consent';
  });
  const guide = computed(() =>
    guideOf(head.value?.guide ?? '', head.value?.guideVersion ?? 0, documents.guides()),
  );
  const visited = ({ area, id: question }: Question) => {
    // Two steps within a second keep their order.
    const at = Math.max(clock.secondsInto(head.peek()), (visits.peek().at(-1)?.at ?? -1) + 0.001);
    if (step.peek() === 'ask' && holds.peek())
      apply([visit.put(doc, newId<'visit'>(chance), { area, question, at })], 'question');
  };
  const way = makeWay(guide, head, visits, visited);
  const steady = makeSteadyViews();
  const notes = computed(() => steady(stored.value.map((n) => noteView(n, codebook.value, session.member))));
  const recent = computed(() => recentThemes(stored.value, usedBefore.value, codebook.value));
  const keeper = makeKeeper({
    doc,
    bookDoc,
    session,
    chance,
    notes,
    codebook,
    covers: documents.covers,
    apply,
  });
  const index = computed(() => themeIndex(codebook.value.open));
  const ready = computed(() => standing.value === 'open' && head.value !== null);
  const { suggester } = deps;
  const suggested = makeSuggested({ suggester, interview, codebook, index, notes: stored, ready });
  const people = computed(() =>
    nameIndexOf(head.value ? nameablesOf(head.value, stored.value, roster.value) : []),
  );
  const line = makeCaptureLine({
    drafts: deps.drafts,
    chance,
    keeper,
    seat,
    notes,
    recent,
    suggested: suggested.ids,
    people,
    named: computed(() => stored.value.toReversed().flatMap((n) => (n.people ?? []).map((p) => p.ref))),
    jumps: way.jumps,
    goTo: way.jump,
    placeOf: (question) => {
      const found = way.questions.peek().find((q) => q.id === question);
      return found ? { area: found.area, question } : null;
    },
    index,
    ready,
    whenSaved: documents.whenSaved,
    place: () => {
      const on = way.question.peek();
      return { area: on?.area ?? 'scoreDrivers', question: on?.id ?? '' };
    },
    at: () => clock.secondsInto(head.peek()),
  });
  suggested.start(line);
  const presence = attendCall({
    link: deps.presence,
    doc,
    session,
    clock: deps.clock,
    area: computed(() => (step.value === 'ask' ? (way.question.value?.area ?? '') : '')),
    line: line.now,
  });
  stops.push(presence.leave);

  const choices = () => {
    const open = new Map(codebook.peek().open.map((t) => [t.id, t]));
    const used = recent.peek().flatMap((id) => open.get(id) ?? []);
    return [...new Set([...used, ...open.values()])].slice(0, 9);
  };
  const coach = makeCoach({
    doc,
    member: session.member,
    notes,
    covers: documents.covers,
    stated: documents.stated,
    codebook,
    language: computed(() => guide.value.language),
    band: computed(() => head.value?.band ?? 'passive'),
    line: line.now,
    editing: line.editing,
    themes: choices,
    at: () => clock.secondsInto(head.peek()),
    mark: keeper.mark,
  });

  /** Once, when the head is known: where the clock stands, whether the call was broken off, who else is concerned. */
  const begin = (now: InterviewHead) => {
    const lastSeen = Math.max(0, ...stored.peek().map((n) => n.at), ...visits.peek().map((v) => v.at));
    clock.atLeast(now, lastSeen);
    const pause = pauseBefore(now, lastSeen, clock.moment());
    // Whoever only joins says nothing about how long it has lasted: their clock may be another.
    if (pause > 0 && holds.peek())
      apply([interviewHead.put(doc, 'head', { paused: now.paused + pause })], 'pause');
    else if (pause > 0) clock.back(pause);
    tick();
    void line.restore();
    // Both only add to what is on screen: a call is held without them as well.
    followPerson(now);
    readPast(deps.facts, now, interview).then(
      (found) => {
        past.value = found.past;
        usedBefore.value = found.used;
      },
      () => {},
    );
  };
  const cycleDocOf = (now: InterviewHead) => {
    const cycle = parseId<'cycle'>(now.cycle);
    return cycle.ok ? docName(session.workspace, 'cycle', cycle.value) : null;
  };
  const followPerson = (now: InterviewHead) => {
    const name = cycleDocOf(now);
    if (!name) return;
    const read = (cycle: OpenDoc) => {
      keepNew(person, recordIn(cycle, rosterEntry, now.person));
      keepNew(fills, fillsIn(cycle, now.person));
      roster.value = cycle.read(rosterEntry.collection);
    };
    stops.push(followDoc(replica, name, read, () => {}));
  };

  let begun = false;
  stops.push(
    effect(() => {
      const now = head.value;
      if (!now || standing.value !== 'open') return;
      if (!begun) begin(now);
      begun = true;
      if (step.value === 'ask' && holds.value) way.start();
    }),
    // Whoever loses the lead goes on beside the one who took it.
    effect(() => {
      if (!holds.value) way.follow();
    }),
  );
  /** Ends the call or takes it up again. */
  const turn = (made: typeof endOf | typeof reopenInterview, why: string) => {
    const now = head.peek();
    const cycleDoc = now && cycleDocOf(now);
    if (now && cycleDoc) apply(made(doc, cycleDoc, now, clock.moment()), why);
    tick();
  };
  return {
    state: computed(() => {
      if (standing.value !== 'open') return standing.value;
      return head.value ? 'ready' : 'missing';
    }),
    head,
    watches,
    holder: computed(() => (head.value && !holds.value ? holderOf(head.value) : null)),
    others: presence.others,
    paused: computed(() => head.value !== null && head.value.endedAt === 0 && isPaused(head.value)),
    strayed: computed(() => !holds.value && way.strayed.value),
    step,
    seconds,
    areas: computed(() => {
      const noted = stored.value.map((n) => n.area);
      return areaProgress(guide.value, visits.value, seconds.value, noted);
    }),
    asked: way.asked,
    first: way.first,
    notes,
    person,
    fills,
    past,
    save: computed(() => {
      const { value } = documents.save;
      if (value.kind !== 'saved' || line.kept.value) return value;
      return { kind: 'onlyInMemory', waiting: 1, why: 'failed' };
    }),
    sync: deps.state.sync,
    themeNamed: (id) => codebook.value.all.get(id),
    choices,
    line,
    suggested,
    keeper,
    coach,
    tick,
    next: way.next,
    previous: way.previous,
    toArea: way.toArea,
    follow: way.follow,
    pause() {
      const now = head.peek();
      if (!now || !holds.peek()) return;
      const turned = isPaused(now) ? resumeCall : pauseCall;
      apply(turned(doc, now, clock.moment()), isPaused(now) ? 'resumed' : 'paused');
      tick();
    },
    takeOver() {
      if (watches) return;
      const now = way.question.peek();
      const strayed = way.strayed.peek();
      // Nobody is asked for consent in the middle of a sentence; who it is says that it is open.
      postponed.value = true;
      apply(holdCall(doc, session.member, session.memberName), 'taken over');
      // The question on this screen is the one the call is at from here.
      if (now && strayed) visited(now);
    },
    answer: (consent) =>
      apply([interviewHead.put(doc, 'head', { ...consent, consentAsked: true })], 'consent'),
    later: () => {
      postponed.value = true;
    },
    askAgain: () => {
      postponed.value = false;
      apply([interviewHead.put(doc, 'head', { consentAsked: false })], 'consent');
    },
    end: () => {
      if (holds.peek()) turn(endOf, 'end of call');
    },
    reopen: () => turn(reopenInterview, 'call taken up again'),
    dispose() {
      suggested.dispose();
      line.dispose();
      coach.dispose();
      for (const stop of stops) stop();
    },
  };
}

const endOf = (...[doc, cycleDoc, head, at]: Parameters<typeof reopenInterview>) =>
  endInterview(doc, cycleDoc, head.person, at);
