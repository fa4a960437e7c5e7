import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { createDecoder, readVarInt, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { Doc } from 'yjs';
import { protocolVersion } from '#core/model/protocol.ts';

/** Waits until something is true, asking often; fails with `what` after a while. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  ms = 10_000,
): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain: ${what}`);
    await new Promise((next) => setTimeout(next, 5));
  }
}

export const syncUrl = (server: { url: string }, protocol = protocolVersion): string =>
  `${server.url.replace('http', 'ws')}sync?protocol=${protocol}`;

/** A stock Hocuspocus provider on a socket of its own: an honest client without our link around it. */
export interface StockClient {
  doc: Doc;
  /** Reason of a refusal, or empty. */
  refused(): string;
  /** Resolves once the server acknowledged everything this client has, or `orWhen` says that it never will. */
  settled(orWhen?: () => boolean): Promise<void>;
  close(): void;
}

export function stockClient(
  server: { url: string },
  name: string,
  secret: string,
  doc = new Doc(),
): StockClient {
  let refused = '';
  const socket = new HocuspocusProviderWebsocket({ url: syncUrl(server), WebSocketPolyfill: WebSocket });
  const provider = new HocuspocusProvider({
    name,
    document: doc,
    token: secret,
    websocketProvider: socket,
    sessionAwareness: true,
    awareness: null,
    onAuthenticationFailed: ({ reason }) => {
      refused = reason;
    },
    onClose: ({ event }) => {
      if (event.reason) refused = event.reason;
    },
  });
  provider.attach();
  return {
    doc,
    refused: () => refused,
    async settled(orWhen = () => false) {
      const isSettled = () => provider.isSynced && provider.unsyncedChanges === 0;
      await until(`${name} is acknowledged`, () => isSettled() || orWhen());
    },
    close() {
      provider.destroy();
      socket.destroy();
    },
  };
}

/** One message from the server to a raw client. */
export type Heard =
  | { kind: 'permissionDenied' | 'closed'; reason: string }
  | { kind: 'authenticated'; scope: string }
  | { kind: 'acknowledged'; applied: boolean }
  | { kind: 'stateless'; text: string }
  | { kind: 'sync' }
  | { kind: 'other'; type: number };

/** A client that speaks the protocol by hand, honest or not. */
export interface RawClient {
  heard: Heard[];
  /** The close code of the socket, or 0 while it is open. */
  closed(): number;
  authenticate(secret: string): void;
  send(syncType: 1 | 2, update: Uint8Array): void;
  bytes(bytes: Uint8Array): void;
  waitFor(kind: Heard['kind']): Promise<Heard>;
  /** What came of `authenticate`: the scope, or the reason of the refusal. */
  waitForVerdict(): Promise<string>;
  /** Resolves once the server has read everything sent so far. */
  roundTrip(): Promise<void>;
  close(): void;
}

export async function rawClient(
  server: { url: string },
  name: string,
  { headers = {}, protocol = protocolVersion } = {},
): Promise<RawClient> {
  const socket = new WebSocket(syncUrl(server, protocol), { headers });
  const heard: Heard[] = [];
  let code = 0;
  socket.on('message', (data: Buffer) => heard.push(read(new Uint8Array(data))));
  socket.on('close', (why) => {
    code = why;
  });
  await new Promise((done, failed) => {
    socket.once('open', done);
    socket.once('error', failed);
  });
  socket.on('error', () => {});
  const message = (type: number, write: (encoder: ReturnType<typeof createEncoder>) => void) => {
    const encoder = createEncoder();
    writeVarString(encoder, name);
    writeVarUint(encoder, type);
    write(encoder);
    socket.send(toUint8Array(encoder));
  };
  return {
    heard,
    closed: () => code,
    authenticate: (secret) =>
      message(2, (to) => {
        writeVarUint(to, 0);
        writeVarString(to, secret);
      }),
    send: (syncType, update) =>
      message(0, (to) => {
        writeVarUint(to, syncType);
        writeVarUint8Array(to, update);
      }),
    bytes: (bytes) => socket.send(bytes),
    async waitFor(kind) {
      await until(`hearing "${kind}"`, () => heard.some((one) => one.kind === kind));
      return heard.find((one) => one.kind === kind) as Heard;
    },
    async waitForVerdict() {
      let verdict: string | undefined;
      await until('a verdict', () => {
        for (const one of heard)
          if (one.kind === 'permissionDenied') verdict = one.reason;
          else if (one.kind === 'authenticated') verdict = one.scope;
        return verdict !== undefined;
      });
      return verdict ?? '';
    },
    roundTrip: () =>
      new Promise((done) => {
        socket.once('pong', () => done());
        socket.ping();
      }),
    close: () => socket.terminate(),
  };
}

function read(data: Uint8Array): Heard {
  const from = createDecoder(data);
  readVarString(from);
  const type = readVarUint(from);
  switch (type) {
    case 0:
    case 4:
      return { kind: 'sync' };
    case 2: {
      const kind = readVarUint(from);
      const text = readVarString(from);
      return kind === 1 ? { kind: 'permissionDenied', reason: text } : { kind: 'authenticated', scope: text };
    }
    case 5:
      return { kind: 'stateless', text: readVarString(from) };
    case 7:
      return { kind: 'closed', reason: readVarString(from) };
    case 8:
      return { kind: 'acknowledged', applied: readVarInt(from) === 1 };
    default:
      return { kind: 'other', type };
  }
}
