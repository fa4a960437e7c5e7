import type { Result } from '../model/result.ts';

/** One uninterrupted stretch of a recorded call. */
export interface RecordingPart {
  readonly id: string;
  readonly interview: string;
  /** Second of the call at which it begins. */
  readonly at: number;
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
  /** MIME type of its sound. */
  readonly type: string;
  /** What is on disk of it. */
  readonly bytes: number;
  readonly seconds: number;
  /** It was not ended: it is being recorded, or the window that did so is gone. */
  readonly running: boolean;
}

/** Why sound could not be kept. `gone`: the recording was deleted meanwhile. */
export type RecordingFault = 'full' | 'gone' | 'failed';

/**
 * Recordings of calls, on this device alone: never synced, in no backup. The contract suite is
 * test/conformance/recordings.ts.
 */
export interface RecordingStore {
  /** Begins an empty part. */
  begin(
    part: Pick<RecordingPart, 'id' | 'interview' | 'at' | 'startedAt' | 'type'>,
  ): Promise<Result<null, RecordingFault>>;
  /**
   * Adds the next piece of a part, on disk (strict durability) when it resolves; `seconds`: how long the part is with it.
   * A piece that fails leaves what was there.
   */
  append(id: string, piece: Uint8Array, seconds: number): Promise<Result<null, RecordingFault>>;
  /** Says that nothing more will come. */
  end(id: string): Promise<void>;
  /** Parts of an interview in the order of the call. Rejects when the disk cannot be read. */
  ofInterview(interview: string): Promise<RecordingPart[]>;
  /** The pieces of a part in their order; one after the other they are a file of its type. */
  sound(id: string): Promise<Uint8Array[]>;
  /** Deletes everything recorded of an interview; false when the disk refuses, and then it is all there still. */
  remove(interview: string): Promise<boolean>;
  /** Whether there is room for more sound and for notes beside it; true where the browser does not say. */
  hasRoom(): Promise<boolean>;
}

/** Why there is no sound. `elsewhere`: another window records this call. */
export type NoMicrophone = 'refused' | 'missing' | 'busy' | 'unsupported' | 'elsewhere';

/** What a microphone tells while it is open. */
export interface Hears {
  /** A piece of sound, about every two seconds; `seconds`: how long it all is with this one. Pieces come in order. */
  piece(bytes: Uint8Array, seconds: number): void;
  /** It was unplugged or taken away; what came before was handed over. */
  lost(): void;
}

/** A microphone that is open and heard. */
export interface Take {
  /** MIME type of the pieces. */
  readonly type: string;
  /** Closes it; resolves when the last piece was handed over. */
  stop(): Promise<void>;
}

/** The microphone of this device. */
export interface Microphone {
  /** Asks for it and begins; `interview`: only one window records a call. */
  open(interview: string, hears: Hears): Promise<Result<Take, NoMicrophone>>;
}

/** Both together, as a call needs them. */
export interface Recordings {
  store: RecordingStore;
  microphone: Microphone;
}
