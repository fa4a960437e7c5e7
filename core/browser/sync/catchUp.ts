import { type DocName, docName, parseDocName } from '#core/model/docName.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { whenSettled } from '../parts/settled.ts';
import type { ServerApi, ServerFault } from './api.ts';

/** What catching up needs of the link that does it. */
export interface CatchUpParts {
  api: ServerApi;
  /** Documents that the server may lack something of. */
  owed: readonly string[];
  /** Resolves once it is on disk that these may hold something unsent. */
  opening(names: readonly DocName[]): Promise<void>;
  /** Opening is enough: every open document is attached to the server by the link. */
  open(name: DocName): Promise<OpenDoc>;
  /** Both sides of an open document are the same. */
  settled(name: DocName): boolean;
  isHere(name: string): boolean;
  /** False once the connection is gone. */
  alive(): boolean;
  /** How far the server's sequence of changes is known to be on this disk. */
  place: Place;
  /** Whether to ask for what others changed; one tab does. */
  withFeed: boolean;
}

/** Where the place is kept; null before the first time. */
export interface Place {
  read(): Promise<number | null>;
  write(seq: number): Promise<void>;
}

/** Documents opened at a time; each takes some 200 KB on the server while it is open. */
const batch = 20;
/** A document that takes longer than this is not coming. */
const patienceMs = 60_000;

/**
 * Opens what may be unsent and, with the feed, what changed on the server since we last asked, until both sides are
 * the same. The place moves on only when everything up to it is on this disk.
 */
export async function catchUp(parts: CatchUpParts): Promise<Compared> {
  const { api, place, owed, withFeed } = parts;
  // What the server had more of comes again with the feed: no need to wait for the disk here.
  const sent = await compareAll(parts, owed, async () => true);
  if (sent.fault || !withFeed) return sent;
  for (;;) {
    const since = (await place.read()) ?? 0;
    const changed = await api.changes(since);
    if (!changed.ok) return { fault: changed.why, kept: false };
    const { docs, seq } = changed.value;
    const compared = await compareAll(parts, docs, isOnDisk);
    // Not on this disk: the place must not move past it. The replica says what is wrong with the disk.
    if (compared.fault || !compared.kept) return compared;
    if (seq !== since) await place.write(seq);
    if (docs.length === 0) return compared;
  }
}

type Kept = (doc: OpenDoc) => Promise<boolean>;

/** A disk that is only slow is waited for. */
const isOnDisk: Kept = async (doc) => (await whenSettled(doc)).kind === 'saved';

async function compareAll(parts: CatchUpParts, texts: readonly string[], isKept: Kept): Promise<Compared> {
  const names = texts.filter(parts.isHere).flatMap(nameOf);
  let kept = true;
  for (let i = 0; i < names.length; i += batch) {
    const done = await compare(parts, names.slice(i, i + batch), isKept);
    if (done.fault) return done;
    kept &&= done.kept;
  }
  return { fault: null, kept };
}

/** What came of comparing. `kept`: all that had to be is on this disk. */
export interface Compared {
  fault: ServerFault | null;
  kept: boolean;
}

async function compare(parts: CatchUpParts, names: readonly DocName[], isKept: Kept): Promise<Compared> {
  await parts.opening(names);
  const opened = await Promise.all(names.map((name) => parts.open(name)));
  const end = performance.now() + patienceMs;
  try {
    while (!opened.every((doc) => parts.settled(doc.name))) {
      if (!parts.alive() || performance.now() > end) return { fault: { kind: 'unreachable' }, kept: false };
      await new Promise((next) => setTimeout(next, 10));
    }
    const kept = await Promise.all(opened.map(isKept));
    return { fault: null, kept: !kept.includes(false) };
  } finally {
    for (const doc of opened) doc.close();
  }
}

function nameOf(text: string): DocName[] {
  const parts = parseDocName(text);
  return parts.ok ? [docName(parts.value.workspace, parts.value.kind, parts.value.id)] : [];
}
