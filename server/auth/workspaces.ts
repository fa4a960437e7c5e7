import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { parseId } from '#core/model/ids.ts';
import type { WorkspaceSecrets } from '#core/model/protocol.ts';
import type { ServerStorage } from '../storage/storage.ts';
import { refuse, remoteOf } from './admission.ts';
import type { Doorman } from './doorman.ts';
import { bearer, hashOf, newSecret } from './secrets.ts';

/** POST /api/workspaces: the owner of the server gives a workspace a home and receives its two secrets, once. */
export function workspaceRoutes(storage: ServerStorage, doorman: Doorman, now: () => number): Hono {
  const routes = new Hono();
  routes.post('/', bodyLimit({ maxSize: 4096 }), async (c) => {
    const owner = doorman.isOwner(bearer(c.req.header('authorization')), remoteOf(c));
    if (owner !== 'admitted') return refuse(c, owner);
    const id = workspaceOf(await c.req.json().catch(() => null));
    if (id === null) return c.json({ reason: 'badWorkspace' }, 400);
    const secrets: WorkspaceSecrets = { member: newSecret(), reader: newSecret() };
    const hashes = { member: hashOf(secrets.member), reader: hashOf(secrets.reader) };
    const made = await storage.createWorkspace({ id, created: now(), hashes });
    return made ? c.json(secrets, 201) : c.json({ reason: 'exists' }, 409);
  });
  return routes;
}

function workspaceOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('workspace' in body)) return null;
  const id = typeof body.workspace === 'string' ? parseId<'workspace'>(body.workspace) : null;
  return id?.ok ? id.value : null;
}
