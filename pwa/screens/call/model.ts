import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type { Seat } from '#core/browser/parts/seat.ts';
import { steadyList } from '#core/browser/parts/steadyList.ts';
import { type AreaProgress, areaProgress, guideOf } from '#core/guide/index.ts';
import type { Change } from '#core/model/change.ts';
import { docName } from '#core/model/docName.ts';
import type { InterviewId } from '#core/model/ids.ts';
import { holderOf, type InterviewHead, themeIndex } from '#core/notes/index.ts';
import type { Present } from '#core/ports/presence.ts';
import type { SaveState } from '#core/ports/replica.ts';
import type { SyncState } from '#core/ports/sync.ts';
import { type Theme, themeNamed } from '#core/themes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { type Alternatives, makeAlternatives } from './alternatives.ts';
import type { KeptTime } from './callClock.ts';
import { type CaptureLine, makeCaptureLine } from './capture.ts';
import { type Coach, makeCoach } from './coach.ts';
import { type Course, makeCourse } from './course.ts';
import { type Customer, makeCustomer } from './customer.ts';
import { openCallDocuments } from './documents.ts';
import { type Keeper, makeKeeper } from './keeper.ts';
import { namesOf } from './nameable.ts';
import { makeNoteViews, type NoteView } from './noteView.ts';
import { numberedThemes, recentThemes } from './past.ts';
import { attendCall } from './presence.ts';
import { type RaisedBefore, raisedBefore } from './raisedBefore.ts';
import { makeSuggested, type Suggested } from './suggest.ts';
import { makeWay, type Way } from './way.ts';

export type CallNeeds = Pick<
  Deps,
  'replica' | 'drafts' | 'facts' | 'session' | 'clock' | 'chance' | 'state' | 'presence' | 'suggester'
>;

/** One call: everything its screen shows and does. Each part of it is made in a file of its own. */
export interface CallModel
  extends Omit<Course, 'holds' | 'at' | 'begin' | 'heard' | 'visited' | 'takeOver'>,
    Pick<Customer, 'person' | 'fills' | 'past'>,
    Pick<Way, 'asked' | 'afterConsent' | 'next' | 'previous' | 'toArea' | 'follow'> {
  /** `missing`: this device has no such interview (yet). `failed`: a document could not be opened. */
  state: ReadonlySignal<'opening' | 'missing' | 'ready' | 'failed'>;
  head: ReadonlySignal<InterviewHead | null>;
  /** Who else is here now. */
  others: ReadonlySignal<readonly Present[]>;
  /** This window looks at another question than the one who leads. */
  strayed: ReadonlySignal<boolean>;
  areas: ReadonlySignal<readonly AreaProgress[]>;
  notes: ReadonlySignal<readonly NoteView[]>;
  /** Of this interview, the codebook that has its new themes, and the unfinished line together. */
  save: ReadonlySignal<SaveState>;
  sync: ReadonlySignal<SyncState>;
  themeNamed(id: string): Theme | undefined;
  /** What the last interview with this person before was about; null where nothing was tagged. */
  raisedBefore: ReadonlySignal<RaisedBefore | null>;
  /** A theme of that name was retired; typed again it comes back. */
  isRetired(name: string): boolean;
  /** At most nine themes to tag with by number: the last used first, then the codebook's. */
  choices(): Theme[];
  line: CaptureLine;
  suggested: Suggested;
  keeper: Keeper;
  coach: Coach;
  alternatives: Alternatives;
  /** From now on this member leads. */
  takeOver(): void;
  dispose(): void;
}

/**
 * `seat` gives this window its place for the unfinished line; `time` is what it knew of the call's before a reload; `later`
 * does something once what was typed is on screen, and gives what calls it off.
 */
export function makeCallModel(
  deps: CallNeeds,
  interview: InterviewId,
  seat: () => Promise<Seat>,
  time: KeptTime,
  later: (work: () => void) => () => void,
): CallModel {
  const { session, replica, chance } = deps;
  const doc = docName(session.workspace, 'interview', interview);
  const bookDoc = docName(session.workspace, 'codebook');
  const documents = openCallDocuments(deps, doc, () => line.settled());
  const { standing, head, notes: stored, visits, covers, stated, codebook, rivals } = documents;

  const apply = (changes: readonly Change[], why: string) => {
    if (changes.length > 0 && !course.watches) void replica.apply(changes, { who: session.member, why });
  };
  const course = makeCourse({ ...deps, doc, time, head, visits, apply });
  const { holds, step } = course;
  const customer = makeCustomer(deps, interview);
  const guide = computed(() =>
    guideOf(head.value?.guide ?? '', head.value?.guideVersion ?? 0, documents.guides()),
  );
  const way = makeWay(guide, head, visits, course.visited);
  const viewsOf = makeNoteViews(session.member);
  const notes = computed(() => viewsOf(stored.value, codebook.value, rivals.value));
  const recent = computed(() => recentThemes(stored.value, customer.usedBefore.value, codebook.value));
  const keeper = makeKeeper({ ...documents, ...customer, doc, bookDoc, session, chance, notes, apply });
  const { mark } = keeper;
  const alternatives = makeAlternatives({ bookDoc, interview, chance, rivals, notes, mark });
  const index = computed(() => themeIndex(codebook.value.open));
  const ready = computed(() => standing.value === 'open' && head.value !== null);
  const { suggester } = deps;
  const suggested = makeSuggested({ suggester, interview, codebook, index, notes: stored, ready });
  const line = makeCaptureLine({
    drafts: deps.drafts,
    chance,
    keeper,
    seat,
    notes,
    recent,
    suggested: suggested.ids,
    ...namesOf({ head, notes: stored, rivals, roster: customer.roster, question: way.question }),
    addRival: alternatives.add,
    way,
    index,
    ready,
    whenSaved: documents.whenSaved,
    at: course.at,
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

  const choices = () => numberedThemes(codebook.peek(), recent.peek());
  const coach = makeCoach({
    doc,
    member: session.member,
    notes,
    covers,
    stated,
    codebook,
    language: computed(() => guide.value.language),
    band: computed(() => head.value?.band ?? 'passive'),
    question: computed(() => way.question.value?.id ?? ''),
    line: line.now,
    editing: line.editing,
    themes: choices,
    at: course.at,
    mark,
    later,
  });

  const seconds = (some: readonly { at: number }[]) => some.map((one) => one.at);
  /** The latest second that whoever leads was seen at, -1 for none: questions are theirs alone. */
  const led = computed(() => {
    const leads = head.value ? holderOf(head.value).member : '';
    const theirs = stored.value.filter((n) => n.author === leads);
    return Math.max(-1, ...seconds(theirs), ...seconds(visits.value));
  });
  let ledTo = -1;
  let begun = false;
  const stops = [
    documents.close,
    customer.dispose,
    presence.leave,
    effect(() => {
      const now = head.value;
      if (!now || standing.value !== 'open') return;
      if (!begun) begin(now);
      begun = true;
      if (step.value === 'ask' && holds.value) way.start();
    }),
    effect(() => {
      if (begun && led.value > ledTo) course.heard(led.value);
      ledTo = Math.max(ledTo, led.value);
    }),
    // Whoever loses the lead goes on beside the one who took it.
    effect(() => {
      if (!holds.value) way.follow();
    }),
  ];
  /** Once, when the head is known. */
  function begin(now: InterviewHead): void {
    ledTo = led.peek();
    course.begin(now, Math.max(0, ledTo, ...seconds(stored.peek())), Math.max(0, ledTo));
    void line.restore();
    customer.begin(now);
  }

  return {
    ...course,
    ...way,
    ...customer,
    state: computed(() => {
      if (standing.value !== 'open') return standing.value;
      return head.value ? 'ready' : 'missing';
    }),
    head,
    others: presence.others,
    strayed: computed(() => !holds.value && way.strayed.value),
    areas: steadyList(() => {
      const noted = stored.value.map((n) => n.area);
      return areaProgress(guide.value, visits.value, course.seconds.value, noted);
    }),
    notes,
    save: computed(() => {
      const { value } = documents.save;
      if (value.kind !== 'saved' || line.kept.value) return value;
      return { kind: 'onlyInMemory', waiting: 1, why: 'failed' };
    }),
    sync: deps.state.sync,
    themeNamed: (id) => codebook.value.all.get(id),
    raisedBefore: computed(() => raisedBefore(customer.past.value, codebook.value)),
    isRetired: (name) => themeNamed(codebook.value, name)?.retired === true,
    choices,
    line,
    suggested,
    keeper,
    coach,
    alternatives,
    tick() {
      course.tick();
      presence.tick();
    },
    takeOver: () => course.takeOver(way.strayed.peek() ? way.question.peek() : undefined),
    dispose() {
      suggested.dispose();
      line.dispose();
      coach.dispose();
      for (const stop of stops) stop();
    },
  };
}
