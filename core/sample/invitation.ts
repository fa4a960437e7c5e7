import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Band } from '../waves/index.ts';
import type { RosterEntry } from './roster.ts';

/** Whom a text is for: a band, or people from outside the survey whose band nobody knows. */
export const invitationKinds = ['detractor', 'passive', 'promoter', 'outside'] as const;
export type InvitationKind = (typeof invitationKinds)[number];

/** An invitation text: document `workspace`, collection `invitations`; the id is the kind it is for. */
export const invitationText = defineRecord(
  'invitations',
  v.object({
    subject: v.string(),
    body: v.string(),
    /** {{score}} may be written to customers. Off unless the lead turns it on: people do not like to be told their mark. */
    mayNameScore: v.fallback(v.boolean(), false),
  }),
);
export type InvitationText = Omit<RecordOf<typeof invitationText>, 'id'>;

/** What a text may name. */
export const placeholders = [
  'firstName',
  'name',
  'account',
  'interviewer',
  'minutes',
  'cycle',
  'answeredOn',
  'score',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** The values for one person; empty where unknown. */
export type InvitationValues = Readonly<Record<Placeholder, string>>;

/** What keeps a text from being sent. */
export type InvitationProblem =
  | { kind: 'unknownPlaceholder'; name: string }
  /** The person has no such value, and the text says nothing else for that case. */
  | { kind: 'noValue'; name: Placeholder }
  /** The score is not told to customers unless the text allows it. */
  | { kind: 'scoreNotTold' };

/** A text ready to go. */
export interface Invitation {
  subject: string;
  body: string;
}

/**
 * Fills a text for one person. `{{firstName|there}}` says "there" where the first name is unknown, `{{account|}}` nothing.
 * Fails with every problem: a letter with a hole in it must not reach a customer.
 */
export function fillInvitation(
  text: InvitationText,
  values: InvitationValues,
): Result<Invitation, readonly InvitationProblem[]> {
  const problems: InvitationProblem[] = [];
  const fill = (part: string) =>
    part.replace(placeholderForm, (whole, name: string, otherwise?: string) => {
      const found = valueFor(name.trim(), otherwise?.trim(), text, values);
      if (found.ok) return found.value;
      if (!problems.some((p) => JSON.stringify(p) === JSON.stringify(found.why))) problems.push(found.why);
      return whole;
    });
  const filled = { subject: fill(text.subject).replace(/\s+/g, ' ').trim(), body: fill(text.body).trim() };
  return problems.length > 0 ? fail(problems) : ok(filled);
}

const placeholderForm = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

function valueFor(
  name: string,
  otherwise: string | undefined,
  { mayNameScore }: InvitationText,
  values: InvitationValues,
): Result<string, InvitationProblem> {
  const known = placeholders.find((p) => p === name);
  if (!known) return fail({ kind: 'unknownPlaceholder', name });
  if (known === 'score' && !mayNameScore) return fail({ kind: 'scoreNotTold' });
  const value = values[known].trim() || otherwise;
  // nothing after the bar: the text wants nothing said
  return value || otherwise === '' ? ok(value ?? '') : fail({ kind: 'noValue', name: known });
}

/** Problems that lie in the text itself, whoever it is for. */
export function problemsIn(text: InvitationText): readonly InvitationProblem[] {
  const any = Object.fromEntries(placeholders.map((p) => [p, p])) as Record<Placeholder, string>;
  const filled = fillInvitation(text, any);
  return filled.ok ? [] : filled.why;
}

/** The kind of text somebody gets. */
export const invitationKindOf = (band: Band | null): InvitationKind => band ?? 'outside';

const suffix =
  /^(jn?r|sn?r|ii|iii|iv|esq|esquire|phd|dphil|md|dds|e?mba|[mb]sc|[mb]eng|ll[bm]|jd|cpa|cfa|acca|pmp|rn|[omc]be|frs)$/i;
const isSuffix = (part: string): boolean =>
  part
    .trim()
    .split(/\s+/)
    .every((word) => suffix.test(word.replaceAll('.', '')));

/**
 * The name to greet somebody by: "Ines" of "Ines Duarte" and of "Duarte, Ines"; a title in front is not a first name, nor
 * is a degree or "Jr." after a comma. Empty where only a single letter or nothing is left.
 */
export function firstNameOf(name: string): string {
  const [last = '', first] = name.split(',').filter((part) => !isSuffix(part));
  const words = (first ?? last).trim().split(/\s+/);
  const given = words.filter((w) => !/^(mr|mrs|ms|miss|dr|prof|sir|dame|herr|frau|mme|m)\.?$/i.test(w));
  const found = given[0] ?? '';
  return /^\p{L}\.?$/u.test(found) ? '' : found;
}

/** Values of somebody on the roster, called by `interviewer` in `cycle`; `day` writes a YYYY-MM-DD as people read it. */
export function invitationValues(
  entry: RosterEntry,
  around: { interviewer: string; cycle: string; minutes: number; day(day: string): string },
): InvitationValues {
  return {
    firstName: firstNameOf(entry.name),
    name: entry.name,
    account: entry.accountName,
    interviewer: around.interviewer,
    minutes: String(around.minutes),
    cycle: around.cycle,
    answeredOn: entry.answeredOn ? around.day(entry.answeredOn) : '',
    score: entry.score === null ? '' : String(entry.score),
  };
}

/** A mail ready to be sent by the user's own program (RFC 6068). `email` as the survey has it. */
export function mailtoOf(email: string, invitation: Invitation | null): string {
  const to = encodeURIComponent(email.trim()).replaceAll('%40', '@');
  if (!invitation) return `mailto:${to}`;
  const text = (part: string) => encodeURIComponent(part.replace(/\r?\n/g, '\r\n'));
  return `mailto:${to}?subject=${text(invitation.subject)}&body=${text(invitation.body)}`;
}

/** Longest address that every mail program is known to take; a longer text is better copied. Characters. */
export const longestMailto = 2000;

/** What stands between two numbers in a cell; a slash only after seven digits, since "030/123456" is one number. */
const betweenNumbers =
  /[,;|\r\n]|\s(?:or|and|oder|und|ou|et)\s|(?<=\d[\s().-]*)(?=\+)|(?<=(?:\d[\s().-]*){7})\//i;
/** A word in front ("tel:", "Mobile"), the + of an international number, and the number, in which no letter stands. */
const numberForm = /^(?:[^\d+]*(?:[\s:.(]|(?=\+)))?(\+?)([^\p{L}+]*)$/u;
/** Most digits of an international number (E.164). */
const mostDigits = 15;

/**
 * The address that dials the first number in a cell; a + before its digits stays, an extension does not, nor the "(0)" of
 * "+44 (0)20". Empty where no number stands alone: letters are mixed in ("1-800-FLOWERS"), or two run into one another.
 */
export function telOf(phone: string): string {
  const first = phone.split(betweenNumbers).find((part) => /\d/.test(part)) ?? '';
  const plain = first
    .replace(/(?:ext|x|durchwahl)\.?\s*\d+\s*$/i, '')
    .replace(/^(\D*(?:\+|00)[^(]*)\(0\)/, '$1')
    .replace(/\([^\d)]*\)/g, '');
  const [, plus = '', number = ''] = numberForm.exec(plain.trim()) ?? [];
  const digits = number.replace(/\D/g, '');
  return digits && digits.length <= mostDigits ? `tel:${plus}${digits}` : '';
}

/** The texts that stand until the lead writes others. Each asks for what its band is called for, and none tells a score. */
export const usualInvitations: Readonly<Record<InvitationKind, InvitationText>> = {
  detractor: textOf(
    'I would like to hear what went wrong',
    'Thank you for answering our survey. You told us that we have let you down, and I would like to understand how: what failed, and what would put it right. I will not try to sell you anything.',
  ),
  passive: textOf(
    'What would make us better for {{account|you}}?',
    'Thank you for answering our survey. You seem to get on with us well enough, and I would like to hear what keeps it from being better than that.',
  ),
  promoter: textOf(
    'What should we be sure to keep?',
    'Thank you for answering our survey, and for your kind words. I would like to hear what makes the difference for you, so that we keep it as we grow.',
  ),
  outside: textOf(
    'A few questions about working with us',
    'We are asking customers what works for them with us and what does not, and I would value your view.',
  ),
};

function textOf(subject: string, why: string): InvitationText {
  const body = [
    'Hello {{firstName|there}},',
    why,
    'Could we speak for {{minutes}} minutes this week or next? Reply with a time that suits you, and I will call you. What you say is only passed on in the way you agree to.',
    'Kind regards\n{{interviewer|}}',
  ].join('\n\n');
  return { subject, body, mayNameScore: false };
}
