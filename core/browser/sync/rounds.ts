import { type DocName, parseDocName } from '#core/model/docName.ts';
import type { ServerRole } from '#core/model/protocol.ts';
import { fail } from '#core/model/result.ts';
import type { Alarm } from './alarm.ts';
import type { ServerApi, ServerFault } from './api.ts';
import { catchUp, type Place } from './catchUp.ts';
import { placeIn } from './kept.ts';
import type { OpenDocs } from './openDocs.ts';
import type { SyncOptions } from './options.ts';
import type { Owed } from './owed.ts';
import type { Tabs } from './tabs.ts';
import { exchangeWaves } from './wavesExchange.ts';

/** What rounds of catching up work with: parts of one link. */
export interface RoundParts {
  options: SyncOptions;
  api: ServerApi;
  tabs: Tabs;
  owed: Owed;
  docs: OpenDocs;
  alarm: Alarm;
}

/** How the link stands at any moment of a round. */
export interface Standing {
  /** What the server takes us for; null until it said. */
  role(): ServerRole | null;
  /** Whether this tab carries what nobody has open. */
  leads(): boolean;
  /** False once the connection that the round began on is gone. */
  alive(): boolean;
}

/** What a round came to. */
export type RoundEnd =
  /** Everything is here that the server has, and there what we have. */
  | { kind: 'done' }
  /**
   * Something will not go over, and trying again at once would not help; the documents that are open stay connected.
   * `odd`: what the server, or this device, made of a wave.
   */
  | { kind: 'stuck'; odd: ServerFault | null }
  | { kind: 'failed'; why: ServerFault };

/** Sends what is owed and asks what others changed, one round after the other. */
export class Rounds {
  readonly #parts: RoundParts;
  readonly #unfit = new Set<string>();
  /** How far the server's sequence was when it greeted; null once that was compared with what is known here. */
  #greetedSeq: number | null = null;
  #isBlind = false;

  constructor(parts: RoundParts) {
    this.#parts = parts;
  }

  /** The server said how far its sequence is. */
  greeted(seq: number): void {
    this.#greetedSeq = seq;
  }

  /** In the last round the disk did not say which documents there are: to be asked again. */
  get isBlind(): boolean {
    return this.#isBlind;
  }

  async go(link: Standing): Promise<RoundEnd> {
    const { api, owed, docs, options } = this.#parts;
    const { replica, workspace, db } = options;
    const place = placeIn(db);
    this.#isBlind = link.leads() && !(await this.#leadOff(link, place));
    const isNoted = owed.isNoted;
    const { fault, kept } = await catchUp({
      api,
      owed: link.role() === 'member' ? owed.toCheck.filter((name) => !docs.isAside(name)) : [],
      opening: (names) => owed.opened(names),
      open: (name) => replica.open(name),
      settled: (name) => this.#isDone(name, link),
      isHere: (name) => {
        const parts = parseDocName(name);
        return parts.ok && parts.value.workspace === workspace;
      },
      alive: link.alive,
      place,
      // It moves the place on, and what was not compared before that would never be.
      withFeed: link.leads() && !this.#isBlind,
    });
    if (fault) return { kind: 'failed', why: fault };
    // What other tabs left behind may be among what the disk would not give, and what others changed is not yet here.
    const isWhole = isNoted && kept && !this.#isBlind;
    const done: RoundEnd = isWhole ? { kind: 'done' } : { kind: 'stuck', odd: null };
    return link.leads() ? this.#exchangeWaves(link, done) : done;
  }

  async #exchangeWaves(link: Standing, done: RoundEnd): Promise<RoundEnd> {
    const { api, options } = this.#parts;
    if (!options.waves) return done;
    const exchanged = await exchangeWaves(api, options.waves, {
      maySend: link.role() === 'member',
      unfit: this.#unfit,
      // The disk of this device refused; the app says so elsewhere.
    }).catch(() => fail<ServerFault>({ kind: 'odd', status: 0, reason: 'waves' }));
    if (exchanged.ok) return done;
    return exchanged.why.kind === 'odd'
      ? { kind: 'stuck', odd: exchanged.why }
      : { kind: 'failed', why: exchanged.why };
  }

  /**
   * What only the leading tab does first: it takes over what is owed by tabs that are gone, and by a server that lost
   * something. False when the disk does not say which documents there are.
   */
  async #leadOff(link: Standing, place: Place): Promise<boolean> {
    await this.#parts.owed.adopt(await this.#parts.tabs.living());
    return (await this.#heedAlarms(link)) && (await this.#compareWithGreeting(place, link));
  }

  /** A tab that is gone could not note what it owed: that may be anything. */
  async #heedAlarms(link: Standing): Promise<boolean> {
    const { alarm, owed, tabs } = this.#parts;
    const left = link.role() === 'member' ? await alarm.left(() => tabs.living()) : [];
    if (left.length === 0) return true;
    if (!(await this.#oweAll())) return false;
    if (owed.isNoted) alarm.drop(left);
    return true;
  }

  /** A server that never had our documents, or lost some since it last greeted us, is owed all of them. */
  async #compareWithGreeting(place: Place, link: Standing): Promise<boolean> {
    const seq = this.#greetedSeq;
    if (seq === null) return true;
    const known = await place.read();
    if (known === null || known > seq) {
      if (link.role() === 'member' && !(await this.#oweAll())) return false;
      await place.write(0);
    }
    this.#greetedSeq = null;
    return true;
  }

  /** False when the disk does not say which documents there are. */
  async #oweAll(): Promise<boolean> {
    const { replica, workspace } = this.#parts.options;
    const names = await replica.list(workspace).catch(() => null);
    if (names) await this.#parts.owed.owe(names);
    return names !== null;
  }

  /** Whether a document needs no more waiting for. One that was found to be owed while it was open is settled here. */
  #isDone(name: DocName, link: Standing): boolean {
    const { docs, owed } = this.#parts;
    const isSettled = docs.isSettled(name);
    if (isSettled && link.role() === 'member' && docs.isWhole(name)) owed.acknowledged(name);
    return isSettled || docs.isAside(name);
  }
}
