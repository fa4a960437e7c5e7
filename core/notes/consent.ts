import { fail, ok, type Result } from '../model/result.ts';
import { isPaused } from './interview.ts';
import type { InterviewHead } from './records.ts';

/** Why a call must not be recorded now. */
export type NotRecordable =
  /** The question has not been answered, or is being asked again. */
  | { kind: 'notAsked' }
  | { kind: 'refused' }
  /** The call is; it counts no seconds, so sound would have none either. */
  | { kind: 'paused' }
  | { kind: 'over' };

/** The rule of recording: only while the call runs, and only once a yes to being recorded is stored. */
export function mayRecord(
  head: Pick<InterviewHead, 'consentAsked' | 'consentRecord' | 'endedAt' | 'stoppedAt'> | null,
): Result<null, NotRecordable> {
  if (!head?.consentAsked) return fail({ kind: 'notAsked' });
  if (!head.consentRecord) return fail({ kind: 'refused' });
  if (head.endedAt > 0) return fail({ kind: 'over' });
  return isPaused(head) ? fail({ kind: 'paused' }) : ok(null);
}
