import type { Result } from '../model/result.ts';

/** What the browser extension says it has. */
export interface OverlayHolds {
  /** Moment of the newest data it has taken over in full, ms since 1970 UTC. */
  asOf: number;
  waves: number;
  /** Answers in those waves. */
  answers: number;
  /** People with at least one interview. */
  interviewed: number;
}

/** Where this workspace stands with the browser extension on this machine. Moved by the overlay link alone. */
export type OverlayState =
  /** Not known yet: whether there is a pairing is read right after the page has loaded. */
  | { kind: 'looking' }
  /** No extension answers in this browser: not installed, switched off, or a browser that cannot connect them. */
  | { kind: 'noExtension'; paired: boolean }
  | { kind: 'notPaired' }
  | { kind: 'connecting' }
  /** Pieces handed over of those the extension lacks. */
  | { kind: 'feeding'; done: number; all: number }
  /** The extension has what this device has; null when there is nothing to show yet. */
  | { kind: 'fed'; holds: OverlayHolds | null }
  | { kind: 'failed'; why: 'storage' | 'interrupted' };

export type PairRefusal =
  | { kind: 'noExtension' }
  | { kind: 'wrongCode'; triesLeft: number }
  /** The code was used, timed out, or was tried too often: a new one must be made. */
  | { kind: 'codeGone' }
  /** The extension takes this app only at 127.0.0.1. */
  | { kind: 'wrongPlace' }
  | { kind: 'noAnswer' };

/** The way to the browser extension that shows customers' cards on CRM pages. */
export interface OverlayLink {
  readonly state: OverlayState;
  watch(onChange: (state: OverlayState) => void): () => void;
  /** Pairs by the code the extension shows; feeding starts by itself. */
  pair(code: string): Promise<Result<void, PairRefusal>>;
  /** Forgets the pairing and, if the extension can be reached, has it delete everything it holds. */
  unpair(): Promise<void>;
}
