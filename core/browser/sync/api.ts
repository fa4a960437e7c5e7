import * as v from 'valibot';
import type { WorkspaceId } from '#core/model/ids.ts';
import {
  type Changed,
  changedSchema,
  type Greeting,
  greetingSchema,
  protocolHeader,
  protocolVersion,
  type SharedWave,
  type SharedWaves,
  secretsSchema,
  type WorkspaceSecrets,
  wavesSchema,
} from '#core/model/protocol.ts';
import { fail, ok, type Result } from '#core/model/result.ts';

/** Why a question to the server has no answer. */
export type ServerFault =
  /** No network, no server, or no answer in time. */
  | { kind: 'unreachable' }
  | { kind: 'wrongSecret' | 'serverOlder' | 'serverNewer' | 'readOnly' | 'tooManyAttempts' }
  /** The server has no room. */
  | { kind: 'notStored' }
  /** It answered something that makes no sense to this version. */
  | { kind: 'odd'; status: number; reason: string };

/** Where a workspace's server is and what opens it there. */
export interface ServerAddress {
  /** Origin with a closing slash. */
  url: string;
  workspace: WorkspaceId;
  secret: string;
}

/** The questions a client asks beside the socket. None throws. */
export interface ServerApi {
  greet(): Promise<Result<Greeting, ServerFault>>;
  changes(since: number): Promise<Result<Changed, ServerFault>>;
  waves(): Promise<Result<SharedWaves, ServerFault>>;
  putWave(id: string, wave: SharedWave): Promise<Result<null, ServerFault>>;
  removeWave(id: string): Promise<Result<null, ServerFault>>;
  blob(hash: string): Promise<Result<Uint8Array, ServerFault>>;
  putBlob(hash: string, bytes: Uint8Array): Promise<Result<null, ServerFault>>;
}

const patienceMs = 15_000;
/** A part of a wave may take long on a slow line. */
const blobPatienceMs = 300_000;

/** The API of one workspace on its server; every question carries the secret and our protocol version. */
export function serverApi({ url, workspace, secret }: ServerAddress): ServerApi {
  const base = `${url}api/workspaces/${workspace}`;
  const asked = (path: string, init: RequestInit = {}, ms = patienceMs) => ask(base + path, secret, init, ms);
  const nothing = async (answer: Promise<Result<Response, ServerFault>>) => {
    const got = await answer;
    return got.ok ? ok(null) : got;
  };
  return {
    greet: () => read(asked(''), greetingSchema),
    changes: (since) => read(asked(`/changes?since=${since}`), changedSchema),
    waves: () => read(asked('/waves'), wavesSchema),
    putWave: (id, wave) => nothing(asked(`/waves/${id}`, { method: 'PUT', body: JSON.stringify(wave) })),
    removeWave: (id) => nothing(asked(`/waves/${id}`, { method: 'DELETE' })),
    async blob(hash) {
      const got = await asked(`/blobs/${hash}`, {}, blobPatienceMs);
      if (!got.ok) return got;
      return got.value.arrayBuffer().then(
        (bytes) => ok(new Uint8Array(bytes)),
        () => fail<ServerFault>({ kind: 'unreachable' }),
      );
    },
    putBlob: (hash, bytes) =>
      nothing(asked(`/blobs/${hash}`, { method: 'PUT', body: new Uint8Array(bytes) }, blobPatienceMs)),
  };
}

/**
 * Gives a workspace a home on a server: needs the server owner's key. The two secrets are told this once;
 * `renew` has new ones made for a workspace that the server has already, and ends the old ones.
 */
export async function createWorkspace(
  url: string,
  workspace: WorkspaceId,
  ownerKey: string,
  renew = false,
): Promise<Result<WorkspaceSecrets, ServerFault>> {
  const init = { method: 'POST', body: JSON.stringify({ workspace, renew }) };
  return read(ask(`${url}api/workspaces`, ownerKey, init, patienceMs), secretsSchema);
}

async function read<T>(
  answer: Promise<Result<Response, ServerFault>>,
  schema: v.GenericSchema<unknown, T>,
): Promise<Result<T, ServerFault>> {
  const got = await answer;
  if (!got.ok) return got;
  const body = v.safeParse(schema, await got.value.json().catch(() => null));
  return body.success
    ? ok(body.output)
    : fail({ kind: 'odd', status: got.value.status, reason: 'unreadable' });
}

async function ask(
  url: string,
  secret: string,
  init: RequestInit,
  ms: number,
): Promise<Result<Response, ServerFault>> {
  const headers = {
    authorization: `Bearer ${secret}`,
    [protocolHeader]: String(protocolVersion),
    ...(typeof init.body === 'string' && { 'content-type': 'application/json' }),
  };
  try {
    const signal = AbortSignal.timeout(ms);
    const response = await fetch(url, { ...init, headers, signal, cache: 'no-store', redirect: 'error' });
    return response.ok ? ok(response) : fail(await faultOf(response));
  } catch {
    return fail({ kind: 'unreachable' });
  }
}

async function faultOf(response: Response): Promise<ServerFault> {
  const said: unknown = await response.json().catch(() => null);
  const reason =
    typeof said === 'object' && said !== null && 'reason' in said && typeof said.reason === 'string'
      ? said.reason
      : '';
  switch (reason) {
    case 'wrongSecret':
    case 'serverOlder':
    case 'serverNewer':
    case 'readOnly':
    case 'tooManyAttempts':
    case 'notStored':
      return { kind: reason };
    default:
      // A proxy in front answers 502 to 504 while the server behind it is away.
      return response.status >= 502 && response.status <= 504
        ? { kind: 'unreachable' }
        : { kind: 'odd', status: response.status, reason };
  }
}
