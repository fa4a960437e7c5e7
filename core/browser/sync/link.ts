import * as v from 'valibot';
import { docName } from '#core/model/docName.ts';
import {
  type CloseReason,
  presentSchema,
  type ServerRole,
  type ServerWord,
  serverWords,
} from '#core/model/protocol.ts';
import type { Present } from '#core/ports/presence.ts';
import type { SyncLink, SyncState } from '#core/ports/sync.ts';
import { Listeners } from '#core/replica/index.ts';
import { alarmOf } from './alarm.ts';
import { type ServerApi, type ServerFault, serverApi } from './api.ts';
import { listenToBrowser, saysOffline } from './browserEvents.ts';
import { Life } from './life.ts';
import { OpenDocs } from './openDocs.ts';
import { type SyncOptions, type Timings, usualTimings } from './options.ts';
import { Owed } from './owed.ts';
import { type RoundEnd, Rounds, type Standing } from './rounds.ts';
import type { LiveSocket, SocketEvents } from './socket.ts';
import { joinTabs, type Tabs } from './tabs.ts';
import { endOf, faultOf, frameTooLarge, troubleOf } from './trouble.ts';

/** A link that can be ended. */
export interface RunningLink extends SyncLink {
  /** What the server takes us for; null until it said. */
  readonly role: ServerRole | null;
  /** Tries now instead of after the pause. */
  hurry(): void;
  stop(): Promise<void>;
}

/**
 * Connects a workspace with its server and keeps it connected; never throws and never gets in the way of work: every
 * trouble is a state. Each tab speaks for the documents open in it, because only it knows what of its own edits was
 * acknowledged; what nobody has open (edits left over, changes of others, waves) is carried by one tab.
 */
export function connect(options: SyncOptions): RunningLink {
  const link = new Link(options);
  void link.begin();
  return link;
}

/** Where this tab is with sending what is owed and asking what changed. */
type Catching = 'idle' | 'due' | 'underWay' | 'underWayAndDue';

class Link implements RunningLink {
  readonly #options: SyncOptions;
  readonly #timings: Timings;
  readonly #api: ServerApi;
  readonly #tabs: Tabs;
  readonly #owed: Owed;
  readonly #docs: OpenDocs;
  readonly #rounds: Rounds;
  readonly #life: Life;
  readonly #channel: BroadcastChannel | null;
  readonly #stops: (() => void)[] = [];
  readonly #listeners = new Listeners<SyncState>(asUncaught);
  #state: SyncState = { kind: 'connecting', unsent: 0 };
  #socket: LiveSocket | null = null;
  #isOpen = false;
  #role: ServerRole | null = null;
  #leads = false;
  #catching: Catching = 'idle';
  /** Since this connection opened. */
  #hasCaughtUp = false;
  #caughtUpAt = Number.NEGATIVE_INFINITY;
  /** Rounds in a row that did not get through. */
  #stuck = 0;
  #trouble: ReturnType<typeof troubleOf> = null;
  /** Attempts in a row that came to nothing. */
  #failures = 0;
  #trying = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #over = false;
  /** When the server last acknowledged having everything. */
  #at = 0;

  constructor(options: SyncOptions) {
    const { tab, db, clock } = options;
    this.#options = options;
    this.#timings = { ...usualTimings, ...options.timings };
    this.#api = serverApi(options);
    this.#tabs = joinTabs(db.name, tab);
    this.#life = new Life(clock, this.#timings.patience);
    this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`owed in ${db.name}`) : null;
    const alarm = alarmOf(db.name, tab);
    this.#owed = new Owed({
      table: db.unsent,
      tab,
      alarm,
      retryFirst: this.#timings.retryFirst,
      retryMost: this.#timings.retryMost,
      now: () => clock.now(),
      onChange: () => this.#tell(),
      onMended: () => this.#ask(),
      onWritten: () => {
        if (!this.#over) this.#channel?.postMessage('counted');
      },
    });
    this.#docs = new OpenDocs(this.#owed, () => this.#ask());
    this.#rounds = new Rounds({
      options,
      api: this.#api,
      tabs: this.#tabs,
      owed: this.#owed,
      docs: this.#docs,
      alarm,
    });
    options.presence?.speakThrough((name) => (this.#isOpen ? this.#docs.attachedOf(name) : null));
    for (const name of options.early ?? []) this.#owed.doubt(name);
  }

  get state(): SyncState {
    return this.#state;
  }

  get role(): ServerRole | null {
    return this.#role;
  }

  watch(onChange: (state: SyncState) => void): () => void {
    return this.#listeners.add(onChange);
  }

  async begin(): Promise<void> {
    const { replica, workspace, waves } = this.#options;
    this.#stops.push(this.#docs.observe(replica));
    if (this.#channel) this.#channel.onmessage = () => void this.#owed.count();
    this.#stops.push(listenToBrowser({ hopeful: () => this.#hope(), doubtful: () => this.#doubt() }));
    const timer = setInterval(() => this.#checkLife(), this.#timings.ping);
    this.#stops.push(() => clearInterval(timer));
    this.#tabs.whenLeader(() => {
      this.#leads = true;
      this.#ask();
    });
    // Every client keeps this one open: the server's words and our signs of life travel on it.
    const hub = await replica.open(docName(workspace, 'workspace'));
    this.#stopWith(() => hub.close());
    if (waves) this.#stopWith(waves.watch(() => this.#ask()));
    await this.#owed.count();
    await this.#try();
  }

  hurry(): void {
    if (this.#socket) return;
    this.#failures = 0;
    this.#tryIn(0);
  }

  async stop(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#later);
    this.#socket?.close();
    this.#socket = null;
    this.#docs.disconnect();
    for (const stop of this.#stops) stop();
    await this.#owed.written();
    this.#owed.stop();
    this.#channel?.close();
    this.#tabs.leave();
  }

  #stopWith(stop: () => void): void {
    if (this.#over) stop();
    else this.#stops.push(stop);
  }

  async #try(): Promise<void> {
    if (this.#over || this.#socket || this.#trying) return;
    this.#trying = true;
    this.#tell();
    const fault = await this.#reach();
    this.#trying = false;
    if (fault) this.#failed(fault);
  }

  /** Greets the server and opens the socket; the greeting is where it can say what is wrong with us, or it. */
  async #reach(): Promise<ServerFault | null> {
    const greeting = await this.#api.greet();
    if (!greeting.ok) return greeting.why;
    this.#role = greeting.value.role;
    this.#rounds.greeted(greeting.value.seq);
    const module = await import('./socket.ts').catch(() => null);
    if (!module) return { kind: 'unreachable' };
    if (this.#over) return null;
    this.#life.asked();
    this.#socket = module.openSocket({ ...this.#options, events: this.#events });
    this.#tell();
    return null;
  }

  readonly #events: SocketEvents = {
    open: () => {
      if (!this.#socket) return;
      this.#isOpen = true;
      if (this.#trouble?.kind === 'refused') this.#trouble = null;
      this.#docs.connect(this.#socket, this.#role === 'reader');
      this.#life.heard();
      this.#ask();
    },
    heard: () => this.#life.heard(),
    settled: (name) => {
      this.#failures = 0;
      this.#options.presence?.attached(name);
      // A reader's own edits are never sent, so nothing of theirs is acknowledged.
      if (this.#role === 'member' && this.#docs.isWhole(name)) this.#owed.acknowledged(name);
      this.#at = this.#options.clock.now();
      this.#tell();
    },
    refused: (name, reason) => this.#refused(name, reason),
    word: (text, name) => {
      const others = readPresent(text);
      if (others) this.#options.presence?.heard(name, others);
      const word = serverWords.find((known) => known === text);
      if (word && ({ changed: true, waves: true, pong: false } satisfies Record<ServerWord, boolean>)[word])
        this.#ask();
    },
    gone: (code) => this.#failed(endOf(code)),
  };

  #refused(name: string, reason: CloseReason): void {
    const fault = faultOf(reason);
    if (fault) {
      this.#failed(fault);
      return;
    }
    this.#docs.setAside(name);
    this.#trouble = { kind: 'failed', error: reason };
    this.#tell();
  }

  /** Lets go of the connection and tries again later. */
  #failed(why: ServerFault): void {
    if (this.#over) return;
    this.#socket?.close();
    this.#socket = null;
    this.#isOpen = false;
    this.#docs.disconnect();
    this.#options.presence?.gone();
    this.#catching = 'idle';
    this.#hasCaughtUp = false;
    this.#failures++;
    this.#trouble = troubleOf(why);
    const { retryFirst, retryMost, seldom } = this.#timings;
    const pause = Math.min(retryMost, retryFirst * 2 ** Math.min(this.#failures - 1, 10));
    const inVain = this.#trouble?.kind === 'refused' || why === frameTooLarge || saysOffline();
    this.#tryIn(inVain ? seldom : pause * (0.75 + Math.random() / 2));
    this.#tell();
  }

  #tryIn(ms: number): void {
    clearTimeout(this.#retry);
    if (!this.#over) this.#retry = setTimeout(() => void this.#try(), ms);
  }

  /** Sends what is owed and asks what others changed, soon; at most once in a while. */
  #ask(): void {
    if (!this.#isOpen || this.#over) return;
    if (this.#catching === 'underWay') this.#catching = 'underWayAndDue';
    if (this.#catching === 'underWayAndDue') return;
    this.#catching = 'due';
    const wait = this.#caughtUpAt + this.#timings.pause - this.#options.clock.steady();
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#catchUp(), Math.max(0, wait));
    this.#tell();
  }

  async #catchUp(): Promise<void> {
    const socket = this.#socket;
    if (!socket || this.#catching !== 'due') return;
    this.#catching = 'underWay';
    const end = await this.#rounds.go(this.#standingOn(socket)).catch((bug: unknown): RoundEnd => {
      asUncaught(bug);
      return { kind: 'failed', why: { kind: 'odd', status: 0, reason: 'fault' } };
    });
    if (this.#over || this.#socket !== socket) return;
    this.#caughtUpAt = this.#options.clock.steady();
    const again = (this.#catching as Catching) === 'underWayAndDue';
    this.#catching = 'idle';
    if (end.kind === 'failed') {
      this.#failed(end.why);
      return;
    }
    if (end.kind === 'done') {
      this.#hasCaughtUp = true;
      this.#stuck = 0;
      this.#at = this.#options.clock.now();
    } else {
      if (end.odd) this.#trouble = troubleOf(end.odd);
      const rest = this.#timings.seldom * 2 ** Math.min(this.#stuck++, 6);
      this.#later = setTimeout(() => this.#ask(), rest);
    }
    this.#tell();
    if (again) this.#ask();
  }

  #standingOn(socket: LiveSocket): Standing {
    return {
      role: () => this.#role,
      leads: () => this.#leads,
      alive: () => !this.#over && this.#socket === socket,
    };
  }

  #checkLife(): void {
    if (this.#socket && this.#life.isGone(this.#socket)) this.#failed({ kind: 'unreachable' });
    // Another tab owes something; should it be gone, what it left is ours to send. Or the disk may answer by now.
    else if (this.#leads && (this.#owed.elsewhere > 0 || this.#rounds.isBlind) && this.#catching === 'idle')
      this.#ask();
  }

  #hope(): void {
    if (this.#socket) this.#checkLife();
    else this.hurry();
  }

  /** Asks for a sign of life now and gives it a moment. */
  #doubt(): void {
    const socket = this.#socket;
    if (!socket?.ping()) return;
    const heard = this.#life.times;
    setTimeout(() => {
      if (this.#socket === socket && this.#life.times === heard) this.#failed({ kind: 'unreachable' });
    }, this.#timings.doubt);
  }

  #tell(): void {
    const next = this.#stateNow();
    if (next.kind === 'upToDate') this.#trouble = null;
    if (this.#over || JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    this.#listeners.call(next);
  }

  #stateNow(): SyncState {
    const unsent = this.#owed.dirty;
    if (this.#role === 'reader' && unsent > 0) return { kind: 'refused', why: 'readOnly' };
    // A reader sends nothing, so what nobody has checked is nothing to wait for.
    const isDone = this.#role === 'reader' || this.#owed.isNothing;
    if (this.#isOpen && this.#hasCaughtUp && isDone) return { kind: 'upToDate', at: this.#at };
    if (this.#trouble) return this.#trouble;
    if (this.#isOpen) return { kind: 'behind', unsent };
    return { kind: this.#failures === 0 ? 'connecting' : 'offline', unsent };
  }
}

/** Null for any other word. */
function readPresent(text: string): Present[] | null {
  if (!text.startsWith('{')) return null;
  try {
    const read = v.safeParse(presentSchema, JSON.parse(text));
    return read.success ? read.output.present : null;
  } catch {
    return null;
  }
}

/** A watcher that throws is a bug of the watcher; the link goes on. */
function asUncaught(bug: unknown): void {
  queueMicrotask(() => {
    throw bug;
  });
}
