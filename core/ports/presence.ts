import type { DocName } from '../model/docName.ts';

/** Where somebody is in a document, as they say it themselves. */
export interface Here {
  member: string;
  name: string;
  /** Area of the guide, empty for none. */
  area: string;
  typing: boolean;
}

/** Somebody else who has the document open now. */
export interface Present extends Here {
  /** One connection of theirs. */
  key: string;
  /** Only reads: the server says so, not they. */
  watches: boolean;
}

/** One document's presence, from the moment it is attended until `leave`. */
export interface Attendance {
  /** Empty while there is no connection: who was here is not known any more. */
  readonly others: readonly Present[];
  watch(onChange: () => void): () => void;
  say(here: Here): void;
  leave(): void;
}

/** Who else is in a document now. Nothing of it is stored anywhere; without a server nobody else is ever here. */
export interface PresenceLink {
  attend(name: DocName): Attendance;
}
