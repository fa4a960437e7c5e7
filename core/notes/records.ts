import * as v from 'valibot';
import { areas } from '../guide/index.ts';
import { defineRecord, type RecordOf } from '../model/record.ts';
import { depthField } from './mechanism.ts';

/** A field that older records do not have; what cannot be read counts as absent. */
const later = <S extends v.GenericSchema>(schema: S) => v.optional(v.fallback(v.optional(schema), undefined));

/** Documents `interview/<id>` hold: one `interview` record (id `head`), `note`s and `mention`s. */
export const interviewHead = defineRecord(
  'interview',
  v.object({
    cycle: v.string(),
    wave: v.fallback(v.string(), ''),
    /** Key of the person (see Person.key). */
    person: v.string(),
    name: v.string(),
    email: v.fallback(v.string(), ''),
    role: v.fallback(v.string(), ''),
    accountName: v.fallback(v.string(), ''),
    revenue: v.fallback(v.nullable(v.number()), null),
    band: v.picklist(['detractor', 'passive', 'promoter']),
    score: v.number(),
    comment: v.fallback(v.string(), ''),
    answeredOn: v.fallback(v.string(), ''),
    segments: v.fallback(v.record(v.string(), v.string()), {}),
    interviewer: v.string(),
    interviewerName: v.fallback(v.string(), ''),
    guide: v.string(),
    guideVersion: v.number(),
    /** What this call is to test beside the guide, worded when it began; `questionsIn` of core/guide reads it. */
    hypotheses: v.fallback(v.optional(v.array(v.unknown())), undefined),
    /** Milliseconds since 1970 UTC, as the interviewer's clock said. */
    startedAt: v.number(),
    /** 0 while the call is running. */
    endedAt: v.fallback(v.number(), 0),
    /**
     * Seconds between start and end that were no call: it was paused, or broken off and taken up again later. Below zero
     * where the clock it went on by was behind the one it began by.
     */
    paused: v.fallback(v.number(), 0),
    /** Seconds into the call at which it was paused; null while it runs. Older clients see it running. */
    stoppedAt: later(v.nullable(v.number())),
    /** Who leads the call now: their questions and their clock count. Empty: whoever began it. */
    heldBy: later(v.string()),
    heldByName: later(v.string()),
    /** The three answers below were asked for; before that they are the careful default. */
    consentAsked: v.fallback(v.boolean(), false),
    consentRecord: v.fallback(v.boolean(), false),
    /** May be quoted: not at all, without a name, with the name. */
    consentQuote: v.fallback(v.picklist(['no', 'withoutName', 'withName']), 'no'),
    consentContact: v.fallback(v.boolean(), false),
    sample: v.fallback(v.boolean(), false),
  }),
);
export type InterviewHead = RecordOf<typeof interviewHead>;

/** Words in a transcript: which, the turn by number, and its characters (UTF-16) from and up to. */
const saidPlace = v.object({ transcript: v.string(), turn: v.number(), from: v.number(), to: v.number() });
export type SaidPlace = v.InferOutput<typeof saidPlace>;

/** One captured line. Order is `order` then id, never the clock. */
export const note = defineRecord(
  'note',
  v.object({
    text: v.string(),
    /** Sortable key between its neighbours' (see core/notes/order.ts). */
    order: v.string(),
    /** Seconds into the call. */
    at: v.number(),
    area: v.picklist(areas),
    /** Id of the question that was on screen, empty for none. */
    question: v.fallback(v.string(), ''),
    author: v.string(),
    authorName: v.fallback(v.string(), ''),
    /** In the customer's own words. */
    verbatim: v.fallback(v.boolean(), false),
    valence: v.fallback(v.picklist(['good', 'bad', 'none']), 'none'),
    /** As typed on the line: 0 not stated, 1 low, 2 medium, 3 high. Mentions tagged later take it over. */
    severity: v.fallback(v.picklist([0, 1, 2, 3]), 0),
    /** Where in a transcript its words stand; absent for a line that was typed. */
    place: later(saidPlace),
    depth: depthField,
    /**
     * Colleagues, theirs or ours, and competitors named in it: `ref` is `member:<id>`, `person:<roster id>` or
     * `competitor:<id>`, empty for a mere name.
     */
    people: later(v.array(v.object({ name: v.string(), ref: v.string() }))),
  }),
);
export type Note = RecordOf<typeof note>;

/**
 * A question came on screen. From these follow the time used per area, which questions were asked, and where an
 * interrupted call goes on; merging two devices' visits needs no rule.
 */
export const visit = defineRecord(
  'visit',
  v.object({
    area: v.picklist(areas),
    question: v.string(),
    /** Seconds into the call. */
    at: v.number(),
  }),
);
export type Visit = RecordOf<typeof visit>;

/** One theme tagged on one note; the id is `<note>:<theme>`, so two people tagging the same thing agree. */
export const mention = defineRecord(
  'mention',
  v.object({
    note: v.string(),
    theme: v.string(),
    /** 0 not stated, 1 low, 2 medium, 3 high. */
    severity: v.fallback(v.picklist([0, 1, 2, 3]), 0),
    by: v.string(),
  }),
);
export type Mention = RecordOf<typeof mention>;

export const mentionId = (noteId: string, theme: string): string => `${noteId}:${theme}`;
