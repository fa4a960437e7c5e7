import type {
  Connection,
  Document,
  Extension,
  onDisconnectPayload,
  onStatelessPayload,
} from '@hocuspocus/server';
import * as v from 'valibot';
import { hereSchema, maxHereLength, mostPresent } from '#core/model/protocol.ts';
import type { ConnectionContext } from './context.ts';
import { following, type Report } from './guard.ts';

type Here = NonNullable<v.InferOutput<typeof hereSchema>['here']>;

/** Who said that they are in one document, each under the connection they said it on. */
interface Room {
  people: Map<Connection, Here & { key: string; watches: boolean }>;
  due: NodeJS.Timeout | undefined;
}

/** Milliseconds: however fast clients talk, a document's people hear of it no more often. */
const pauseMs = 250;

/**
 * Rule: who is here is said by the server. A client states a name and a place, in one short message; whether it only
 * watches and when it is gone the server knows by itself. Nothing of it is stored, and only those who take part are told.
 */
export function presence(report: Report, pause = pauseMs): Extension<ConnectionContext> {
  const rooms = new Map<Document, Room>();
  let keys = 0;

  const tell = (document: Document, room: Room) => {
    for (const connection of room.people.keys())
      if (!document.hasConnection(connection)) room.people.delete(connection);
    if (room.people.size === 0) rooms.delete(document);
    for (const connection of room.people.keys()) {
      const others = [...room.people].filter(([other]) => other !== connection).map(([, one]) => one);
      connection.sendStateless(JSON.stringify({ present: others.slice(0, mostPresent) }));
    }
  };
  const tellSoon = (document: Document, room: Room) => {
    room.due ??= setTimeout(() => {
      room.due = undefined;
      tell(document, room);
    }, pause).unref();
  };
  const hear = ({ payload, connection, document }: onStatelessPayload) => {
    const here = readHere(payload);
    if (here === undefined) return;
    const room = rooms.get(document) ?? { people: new Map(), due: undefined };
    rooms.set(document, room);
    if (here === null) room.people.delete(connection);
    else {
      const { role }: ConnectionContext = connection.context;
      const key = room.people.get(connection)?.key ?? String(++keys);
      room.people.set(connection, { ...here, key, watches: role !== 'member' });
    }
    tellSoon(document, room);
  };
  return {
    extensionName: 'presence',
    onStateless: following('presence', report, async (said: onStatelessPayload) => hear(said)),
    onDisconnect: following('presence', report, async ({ document }: onDisconnectPayload) => {
      const room = rooms.get(document);
      if (room) tellSoon(document, room);
    }),
  };
}

/** Undefined for what is no word of presence. */
function readHere(payload: string): Here | null | undefined {
  if (payload.length > maxHereLength || !payload.startsWith('{')) return undefined;
  try {
    const read = v.safeParse(hereSchema, JSON.parse(payload));
    return read.success ? read.output.here : undefined;
  } catch {
    return undefined;
  }
}
