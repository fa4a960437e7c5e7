import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hocuspocus } from '@hocuspocus/server';
import { type WebSocket, WebSocketServer } from 'ws';
import { maxFrameBytes } from '#core/model/protocol.ts';
import type { Doorman } from './auth/doorman.ts';
import { type GateRules, judge } from './auth/gate.ts';
import { answerPing } from './hooks/answerPing.ts';
import { type AppendParts, appendToLog } from './hooks/appendToLog.ts';
import { authenticate } from './hooks/authenticate.ts';
import { type CompactionLimits, compact } from './hooks/compact.ts';
import type { ConnectionContext } from './hooks/context.ts';
import { dropAwareness } from './hooks/dropAwareness.ts';
import type { Report } from './hooks/guard.ts';
import { load } from './hooks/load.ts';
import { presence } from './hooks/presence.ts';
import { refuseOversize } from './hooks/refuseOversize.ts';
import { refuseReaders } from './hooks/refuseReaders.ts';
import { refuseUndecodable } from './hooks/refuseUndecodable.ts';
import { Trials } from './hooks/trials.ts';
import type { ServerStorage } from './storage/storage.ts';

export interface SyncParts {
  storage: ServerStorage;
  doorman: Doorman;
  rules(): GateRules;
  report: Report;
  unsaved: Set<string>;
  appended: AppendParts['appended'];
  compaction: CompactionLimits;
}

const pingMs = 30_000;
/** How long a client may take to say goodbye when the server stops. */
const graceMs = 500;

/** Hocuspocus with our rules on it, in the order they run: authenticate; then for each message the three checks, then the log. */
export function makeHocuspocus(parts: SyncParts): Hocuspocus<ConnectionContext> {
  const { storage, doorman, report, unsaved, appended, compaction } = parts;
  const trials = new Trials();
  const idle = new WeakSet<object>();
  return new Hocuspocus<ConnectionContext>({
    quiet: true,
    // A hidden browser tab may speak only once a minute.
    timeout: 150_000,
    extensions: [
      authenticate(doorman, report),
      load(storage, report),
      refuseReaders(report),
      refuseOversize(report),
      refuseUndecodable(trials, idle, report),
      appendToLog({ storage, trials, idle, unsaved, appended }, report),
      compact(storage, compaction, report),
      answerPing(report),
      dropAwareness(report),
      presence(report),
    ],
  });
}

export interface SyncDoor {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** The WebSocket end at /sync. Host and Origin are judged before a byte of the protocol is read. */
export function makeSyncDoor(hocuspocus: Hocuspocus<ConnectionContext>, rules: () => GateRules): SyncDoor {
  const door = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false });
  const answering = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const socket of door.clients) {
      if (!answering.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, pingMs);
  timer.unref();

  function connect(socket: WebSocket, request: IncomingMessage): void {
    const context = { address: request.socket.remoteAddress ?? '' };
    const connection = hocuspocus.handleConnection(socket as never, asFetchRequest(request), context);
    answering.add(socket);
    socket.on('pong', () => answering.add(socket));
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) connection.handleMessage(new Uint8Array(data));
      else socket.close(1003);
    });
    socket.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
    // Too large a frame, or bytes that are no frame: `ws` closes the socket itself after telling.
    socket.on('error', () => {});
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const { host, origin } = request.headers;
      const path = (request.url ?? '').split('?')[0];
      if (path !== '/sync' || judge({ host, origin, site: undefined }, rules()) !== 'welcome') {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      door.handleUpgrade(request, socket, head, (ws) => connect(ws, request));
    },
    close() {
      clearInterval(timer);
      for (const socket of door.clients) socket.close(1012);
      // A client that is gone without a word would hold up the end.
      setTimeout(() => {
        for (const socket of door.clients) socket.terminate();
      }, graceMs).unref();
      door.close();
    },
  };
}

function asFetchRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers.set(name, value);
  return new Request(`http://sounding.invalid${request.url ?? '/'}`, { headers });
}
