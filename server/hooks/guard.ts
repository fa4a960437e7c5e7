import { type CloseReason, closeCodes } from '#core/model/protocol.ts';

/**
 * What a rule throws to turn a message or a client away. Not an Error: Hocuspocus prints the message of those, and
 * reads `code` and `reason` from whatever it is.
 */
export class Refusal {
  readonly code: number;
  readonly reason: CloseReason;

  constructor(reason: CloseReason) {
    this.code = closeCodes[reason];
    this.reason = reason;
  }
}

/** Something that a hook did not expect. Never holds a secret or a document's content. */
export interface HookFault {
  hook: string;
  document: string;
  error: unknown;
}
export type Report = (fault: HookFault) => void;

interface Payload {
  documentName: string;
}

/** For hooks that decide: a refusal goes through, anything else is reported and refused with `otherwise`. */
export function deciding<P extends Payload, R>(
  hook: string,
  report: Report,
  otherwise: CloseReason,
  rule: (payload: P) => Promise<R>,
): (payload: P) => Promise<R> {
  return async (payload) => {
    try {
      return await rule(payload);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      report({ hook, document: payload.documentName, error });
      throw new Refusal(otherwise);
    }
  };
}

/** For hooks that only follow what happened: nothing they throw reaches Hocuspocus, where it could end the process. */
export function following<P extends Payload>(
  hook: string,
  report: Report,
  work: (payload: P) => Promise<void>,
): (payload: P) => Promise<void> {
  return async (payload) => {
    try {
      await work(payload);
    } catch (error) {
      report({ hook, document: payload.documentName, error });
    }
  };
}
