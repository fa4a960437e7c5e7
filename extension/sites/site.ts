/** Who a page is about, as one adapter reads it. */
export type Reading =
  /** The page is not (yet) what its address says; look again when it changes. */
  | { kind: 'notReady' }
  | { kind: 'nobody' }
  /** One address, or a few: then the user has to choose. Each with where it stands, to notice when it goes. */
  | { kind: 'people'; seen: ReadonlyMap<string, Element> }
  /** A list of people, not a record of one. */
  | { kind: 'crowd' };

/** One kind of site. Data and a reader, nothing that acts; `chrome` is out of reach here. */
export interface Site {
  /** Letters only; kept with what was found, as its provenance. */
  readonly id: string;
  /** As the user knows it. */
  readonly name: string;
  /** Proven on the live site, not only on a saved page. */
  readonly isVerified: boolean;
  /** Addresses of record pages it must accept; every other site must reject them. */
  readonly urls: readonly string[];
  matches(url: URL): boolean;
  /** Never throws, whatever the page is made of. */
  read(page: Document): Reading;
}

/** More people than this are a list. */
export const mostPeople = 5;

/** A reading from addresses and where they were found. */
export function readingOf(found: ReadonlyMap<string, Element>): Reading {
  if (found.size === 0) return { kind: 'nobody' };
  if (found.size > mostPeople) return { kind: 'crowd' };
  return { kind: 'people', seen: found };
}
