import * as v from 'valibot';

/** What this build speaks with a server, and the oldest that it still understands. Raised together with a breaking change. */
export const protocolVersion = 1;
export const oldestProtocol = 1;

/** Header and query parameter in which a client states its protocol version. */
export const protocolHeader = 'Sounding-Protocol';
export const protocolParameter = 'protocol';

export type ProtocolFit = 'fits' | 'serverOlder' | 'serverNewer';

/** Whether a server of these versions can serve a client of version `client` (NaN: it did not say). */
export function protocolFit(client: number, server = protocolVersion, oldest = oldestProtocol): ProtocolFit {
  if (client > server) return 'serverOlder';
  return client >= oldest ? 'fits' : 'serverNewer';
}

/** What an invitation lets somebody do. */
export const serverRoles = ['member', 'reader'] as const;
export type ServerRole = (typeof serverRoles)[number];

/**
 * Why a server closes a document or turns a client away, and the WebSocket close code it uses. On a shared socket only
 * the reason travels, so the client goes by that.
 */
export const closeCodes = {
  wrongSecret: 4401,
  readOnly: 4403,
  tooManyAttempts: 4429,
  tooLarge: 4413,
  undecodable: 4422,
  serverOlder: 4426,
  serverNewer: 4427,
  notStored: 4507,
  failed: 4500,
  stopping: 4503,
} as const;
export type CloseReason = keyof typeof closeCodes;

/** A reason that came over the wire; null when this version does not know it. */
export function parseCloseReason(text: string): CloseReason | null {
  return Object.hasOwn(closeCodes, text) ? (text as CloseReason) : null;
}

/** The largest update a server takes in one piece, in bytes. */
export const maxUpdateBytes = 4 * 1024 * 1024;
/** The largest WebSocket frame a server takes, in bytes: room for the largest update and the words around it. One that is larger ends the socket. */
export const maxFrameBytes = maxUpdateBytes + 1024 * 1024;
/** The largest part of a wave a server takes, in bytes. */
export const maxPartBytes = 32 * 1024 * 1024;

const seq = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** GET workspace: who the secret makes the client, and how far the sequence of changed documents has come. */
export const greetingSchema = v.object({ role: v.picklist(serverRoles), seq, protocol: v.number() });
export type Greeting = v.InferOutput<typeof greetingSchema>;

/** GET changes: names of documents changed after `since`; `seq` is where to ask from next. */
export const changedSchema = v.object({ seq, docs: v.array(v.string()) });
export type Changed = v.InferOutput<typeof changedSchema>;

/** POST workspaces: the two secrets that invitations carry; the server keeps only their hashes. */
export const secretsSchema = v.object({ member: v.string(), reader: v.string() });
export type WorkspaceSecrets = v.InferOutput<typeof secretsSchema>;

/** One stored part of a wave as the server knows it. */
export const wavePartSchema = v.object({
  part: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  hash: sha256,
});
export type WavePart = v.InferOutput<typeof wavePartSchema>;

/** PUT wave. The head is the client's own record and is handed on as it is; its reader checks it. */
export const sharedWaveSchema = v.object({
  head: v.record(v.string(), v.unknown()),
  parts: v.pipe(v.array(wavePartSchema), v.maxLength(20_000)),
});
export type SharedWave = v.InferOutput<typeof sharedWaveSchema>;

/** GET waves: what the workspace holds, and the ids of waves that were removed for everybody. */
export const wavesSchema = v.object({
  waves: v.array(v.object({ id: v.string(), ...sharedWaveSchema.entries })),
  removed: v.array(v.string()),
});
export type SharedWaves = v.InferOutput<typeof wavesSchema>;

/** What the server says beside the documents, as JSON in a stateless message on the workspace document. */
export const serverWords = ['pong', 'changed', 'waves'] as const;
export type ServerWord = (typeof serverWords)[number];
/** What the client says the same way: "are you there". */
export const ping = 'ping';

/** The longest word of presence a client may say, in characters. */
export const maxHereLength = 1000;
/** How many others a client is told of in one document. */
export const mostPresent = 50;

const hereEntries = {
  member: v.pipe(v.string(), v.maxLength(64)),
  name: v.pipe(v.string(), v.maxLength(80)),
  area: v.pipe(v.string(), v.maxLength(40)),
  typing: v.boolean(),
};

/** What a client says of itself in a document, as JSON in a stateless message: where it is, or null once it is not. */
export const hereSchema = v.object({ here: v.nullable(v.object(hereEntries)) });

/** What the server answers: who else is there. The key and `watches` are the server's own. */
export const presentSchema = v.object({
  present: v.pipe(
    v.array(v.object({ ...hereEntries, key: v.pipe(v.string(), v.maxLength(40)), watches: v.boolean() })),
    v.maxLength(mostPresent),
  ),
});
