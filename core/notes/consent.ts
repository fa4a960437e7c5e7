import { fail, ok, type Result } from '../model/result.ts';
import type { InterviewHead } from './records.ts';

/** Why a call must not be recorded now. */
export type NotRecordable =
  /** The question has not been answered, or is being asked again. */
  { kind: 'notAsked' } | { kind: 'refused' } | { kind: 'over' };

/** The rule of recording: only while the call runs, and only once a yes to being recorded is stored. */
export function mayRecord(
  head: Pick<InterviewHead, 'consentAsked' | 'consentRecord' | 'endedAt'> | null,
): Result<null, NotRecordable> {
  if (!head?.consentAsked) return fail({ kind: 'notAsked' });
  if (!head.consentRecord) return fail({ kind: 'refused' });
  return head.endedAt > 0 ? fail({ kind: 'over' }) : ok(null);
}
