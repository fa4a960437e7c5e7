import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { createDecoder, readVarString } from 'lib0/decoding';
import { applyUpdate, Doc } from 'yjs';
import {
  type CloseReason,
  maxFrameBytes,
  parseCloseReason,
  ping,
  protocolParameter,
  protocolVersion,
} from '#core/model/protocol.ts';
import { FromOutside } from '#core/replica/index.ts';
import type { ServerAddress } from './api.ts';

/** What happens on a socket. Everything is told once, in order, and nothing after `gone`. */
export interface SocketEvents {
  open(): void;
  /** Any message at all: the server is there. */
  heard(): void;
  /** The server has everything of this document on its disk and we have everything of the server's in memory. */
  settled(name: string): void;
  /** The server will not have this document from us. */
  refused(name: string, reason: CloseReason): void;
  /** A word of the server beside the documents, and the document it was said on. */
  word(text: string, name: string): void;
  /** The WebSocket close code, for what it is worth. */
  gone(code: number): void;
}

/** What a connection is made of. */
export interface SocketOptions extends ServerAddress {
  events: SocketEvents;
  /** Node has none that tests want to use; browsers use their own. */
  WebSocket?: unknown;
}

/** A document on the socket. */
export interface Attached {
  /** Whether the server acknowledged everything so far. */
  readonly settled: boolean;
  /** Whether a transaction of this origin came from the server. */
  brought(origin: unknown): boolean;
  /** Says something beside the document; false while the server has not admitted it. */
  say(text: string): boolean;
  detach(): void;
}

/** One connection, used once: after it is gone a new one is made, so that nothing stale is ever sent. */
export interface LiveSocket {
  /** `receiveOnly`: what the server has comes in and nothing goes out, for readers. */
  attach(name: string, doc: Doc, receiveOnly: boolean): Attached;
  /** Asks for a sign of life over an attached document; false when none is attached. */
  ping(): boolean;
  /** Bytes that the network has not taken yet. */
  bytesWaiting(): number;
  close(): void;
}

/** The server takes 100 documents that wait for admission on one socket; stay well below. */
const mostAtOnce = 40;

/** This module is loaded only when a server is talked to: the provider is large. */
export function openSocket({ url, secret, events, WebSocket }: SocketOptions): LiveSocket {
  const attached = new Set<DocOnSocket>();
  const queue: DocOnSocket[] = [];
  let underWay = 0;
  let over = false;

  const socket = new HocuspocusProviderWebsocket({
    url: `${url.replace(/^http/, 'ws')}sync?${protocolParameter}=${protocolVersion}`,
    WebSocketPolyfill: WebSocket,
    maxAttempts: 1,
    // Its own check of the connection is too slow for us; `ping` is ours.
    messageReconnectTimeout: 1_000_000_000,
    // Deferred: the socket counts as connected only after its own listener, which runs after this one.
    onOpen: () => queueMicrotask(() => !over && events.open()),
    onMessage: () => !over && events.heard(),
    onClose: ({ event }) => queueMicrotask(() => end(event.code)),
    onMaxAttemptsFailed: () => queueMicrotask(() => end(0)),
  });
  // Every message of every document comes through here, encoded. A frame too many bytes long would end the socket for
  // all documents, at each new connection again.
  const sendOn = socket.send.bind(socket);
  socket.send = (frame: Uint8Array) => {
    if (frame.byteLength <= maxFrameBytes) return sendOn(frame);
    const key = readVarString(createDecoder(frame));
    for (const one of attached) if (one.isKnownAs(key)) one.keepBack();
  };

  function end(code: number): void {
    if (over) return;
    over = true;
    for (const one of [...attached]) one.detach();
    socket.destroy();
    events.gone(code);
  }

  function startNext(): void {
    while (!over && underWay < mostAtOnce) {
      const next = queue.shift();
      if (!next) return;
      underWay++;
      next.start(() => {
        underWay--;
        startNext();
      });
    }
  }

  return {
    attach(name, doc, receiveOnly) {
      const one = new DocOnSocket({ name, doc, receiveOnly, secret, socket, events });
      attached.add(one);
      queue.push(one);
      startNext();
      return {
        get settled() {
          return one.settled;
        },
        brought: (origin) => one.brought(origin),
        say: (text) => one.say(text),
        detach() {
          attached.delete(one);
          const waits = queue.indexOf(one);
          if (waits >= 0) queue.splice(waits, 1);
          one.detach();
        },
      };
    },
    ping() {
      for (const one of attached) if (one.ping()) return true;
      return false;
    },
    bytesWaiting: () => socket.webSocket?.bufferedAmount ?? 0,
    close() {
      if (over) return;
      over = true;
      for (const one of [...attached]) one.detach();
      socket.destroy();
    },
  };
}

interface DocParts {
  name: string;
  doc: Doc;
  receiveOnly: boolean;
  secret: string;
  socket: HocuspocusProviderWebsocket;
  events: SocketEvents;
}

const syncStatus = 8;

/**
 * One document's provider. Acknowledgements are counted here: one is owed for the handshake and one for every update
 * sent since. The provider's own `unsyncedChanges` is reset at each handshake and stops at 0, so with an edit made
 * around a reconnect it can say 0 too early.
 */
class DocOnSocket {
  readonly #parts: DocParts;
  readonly #doc: Doc;
  readonly #mirrorOrigin = new FromOutside('server');
  #provider: HocuspocusProvider | null = null;
  #started: (() => void) | null = null;
  #owed = 1;
  #acknowledged = 0;
  #received = false;

  constructor(parts: DocParts) {
    this.#parts = parts;
    this.#doc = parts.receiveOnly ? mirrorInto(parts.doc, this.#mirrorOrigin) : parts.doc;
  }

  get settled(): boolean {
    return this.#received && this.#acknowledged >= this.#owed;
  }

  brought(origin: unknown): boolean {
    return origin !== null && (origin === this.#provider || origin === this.#mirrorOrigin);
  }

  /** `onSettled` is called once, whatever comes of it. */
  start(onSettled: () => void): void {
    const { name, secret, socket, events } = this.#parts;
    this.#started = onSettled;
    const provider = new HocuspocusProvider({
      name,
      document: this.#doc,
      token: secret,
      websocketProvider: socket,
      // A name of its own for each attachment: a late word about an earlier one cannot close this one.
      sessionAwareness: true,
      awareness: null,
      onSynced: () => {
        this.#received = true;
        this.#tell();
      },
      onMessage: ({ message }) => {
        message.readVarString();
        if (message.readVarUint() !== syncStatus || message.readVarUint() !== 1) return;
        this.#acknowledged++;
        // The provider handles the message after this listener.
        queueMicrotask(() => this.#tell());
      },
      onStateless: ({ payload }) => events.word(payload, name),
      onAuthenticationFailed: ({ reason }) => this.#refuse(reason),
      onClose: ({ event }) => {
        // The socket's own end has another code and is told by the socket.
        if (event.code === 1000) this.#refuse(event.reason);
      },
    });
    this.#provider = provider;
    this.#doc.on('update', this.#countUpdate);
    provider.attach();
  }

  /** Whether its messages begin with this name. */
  isKnownAs(key: string): boolean {
    return this.#provider?.effectiveName === key;
  }

  /** It has something to say that no server takes, so nothing of it is sent. */
  keepBack(): void {
    queueMicrotask(() => {
      if (!this.#provider) return;
      this.detach();
      this.#parts.events.refused(this.#parts.name, 'tooLarge');
    });
  }

  ping(): boolean {
    return this.say(ping);
  }

  say(text: string): boolean {
    if (!this.#provider?.isAuthenticated) return false;
    this.#provider.sendStateless(text);
    return true;
  }

  detach(): void {
    this.#doc.off('update', this.#countUpdate);
    this.#provider?.destroy();
    this.#provider = null;
    if (this.#parts.receiveOnly) this.#doc.destroy();
    this.#leaveQueue();
  }

  readonly #countUpdate = (_: Uint8Array, origin: unknown): void => {
    if (origin !== this.#provider) this.#owed++;
  };

  #tell(): void {
    if (!this.settled || !this.#provider) return;
    this.#leaveQueue();
    this.#parts.events.settled(this.#parts.name);
  }

  #refuse(reason: string): void {
    const provider = this.#provider;
    if (!provider) return;
    // The server has let go already; the farewell that `destroy` sends would be taken for a new document.
    this.#parts.socket.configuration.providerMap.delete(provider.effectiveName);
    queueMicrotask(() => {
      this.detach();
      this.#parts.events.refused(this.#parts.name, parseCloseReason(reason) ?? 'stopping');
    });
  }

  #leaveQueue(): void {
    const started = this.#started;
    this.#started = null;
    started?.();
  }
}

/** An empty copy that fills from the server and flows one way into the document: nothing of ours can be sent. */
function mirrorInto(doc: Doc, origin: FromOutside): Doc {
  const mirror = new Doc();
  mirror.on('update', (update: Uint8Array) => applyUpdate(doc, update, origin));
  return mirror;
}
