import {
  type Because,
  type Cover,
  type InterviewHead,
  type Mention,
  type Note,
  rivalIn,
} from '../notes/index.ts';
import type { CodingFacts } from './codingFacts.ts';
import type { InterviewFacts, MentionFact, RivalFact } from './facts.ts';
import { mechanismFacts } from './mechanism.ts';

/** What an interview may hold beside its notes and tags. */
interface Beside {
  codings?: CodingFacts;
  covers?: readonly Cover[];
  /** What was said to be because of what. */
  stated?: readonly Because[];
}

/**
 * What one interview document says, as one row for cross-interview figures. `interview` is the id in the document's
 * name (the head record's own id is always "head"). A mention whose note is gone is left out; mentions come in the
 * order of their notes, so the same document always gives the same row. Themes are kept as tagged: merged ones are
 * resolved when figures are made.
 */
export function factsOf(
  interview: string,
  head: InterviewHead,
  notes: readonly Note[],
  mentions: readonly Mention[],
  { codings, covers = [], stated = [] }: Beside = {},
): InterviewFacts {
  return {
    interview,
    cycle: head.cycle,
    person: head.person,
    name: head.name,
    accountName: head.accountName,
    revenue: head.revenue,
    band: head.band,
    score: head.score,
    segments: head.segments,
    interviewer: head.interviewer,
    startedAt: head.startedAt,
    endedAt: head.endedAt,
    consentQuote: head.consentAsked ? head.consentQuote : 'no',
    notes: notes.length,
    mentions: mentionFacts(notes, mentions),
    rivals: rivalFacts(notes),
    mechanisms: mechanismFacts(notes, mentions, covers, stated),
    sample: head.sample,
    ...codings,
  };
}

function mentionFacts(notes: readonly Note[], mentions: readonly Mention[]): MentionFact[] {
  const place = new Map([...notes].sort(byOrder).map((note, i) => [note.id, { note, i }]));
  const found = mentions.flatMap((m) => {
    const at = place.get(m.note);
    return at ? [{ ...at, m }] : [];
  });
  found.sort((a, b) => a.i - b.i || compare(a.m.theme, b.m.theme));
  return found.map(({ note, m }) => ({
    note: note.id,
    theme: m.theme,
    severity: m.severity,
    verbatim: note.verbatim,
    valence: note.valence,
    text: note.text,
  }));
}

function rivalFacts(notes: readonly Note[]): RivalFact[] {
  return [...notes].sort(byOrder).flatMap((note) => {
    const { id, severity, verbatim, valence, text } = note;
    const named = new Map((note.people ?? []).map(({ ref, name }) => [rivalIn(ref), name]));
    return [...named].flatMap(([competitor, name]) =>
      competitor === null ? [] : [{ note: id, competitor, name, severity, verbatim, valence, text }],
    );
  });
}

/** By code unit, never by locale: the same everywhere. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byOrder = (a: Note, b: Note): number => compare(a.order, b.order) || compare(a.id, b.id);
