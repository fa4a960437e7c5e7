import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { parseId } from '#core/model/ids.ts';
import type { WorkspaceSecrets } from '#core/model/protocol.ts';
import type { ServerStorage } from '../storage/storage.ts';
import { refuse, remoteOf } from './admission.ts';
import type { Doorman } from './doorman.ts';
import { bearer, hashOf, newSecret } from './secrets.ts';

/**
 * POST /api/workspaces: the owner of the server gives a workspace a home and receives its two secrets, once. With
 * `renew` it receives new ones and the old ones end: for a secret that went astray, or was lost with a browser.
 */
export function workspaceRoutes(
  storage: ServerStorage,
  doorman: Doorman,
  now: () => number,
  renewed: (workspace: string) => void,
): Hono {
  const routes = new Hono();
  routes.post('/', bodyLimit({ maxSize: 4096 }), async (c) => {
    const owner = doorman.isOwner(bearer(c.req.header('authorization')), remoteOf(c));
    if (owner !== 'admitted') return refuse(c, owner);
    const asked = v.safeParse(askedSchema, await c.req.json().catch(() => null));
    if (!asked.success) return c.json({ reason: 'badWorkspace' }, 400);
    const { workspace: id, renew } = asked.output;
    const secrets: WorkspaceSecrets = { member: newSecret(), reader: newSecret() };
    const hashes = { member: hashOf(secrets.member), reader: hashOf(secrets.reader) };
    if (await storage.createWorkspace({ id, created: now(), hashes })) return c.json(secrets, 201);
    if (!renew) return c.json({ reason: 'exists' }, 409);
    await storage.renewSecrets(id, hashes);
    renewed(id);
    return c.json(secrets);
  });
  return routes;
}

const askedSchema = v.object({
  workspace: v.pipe(
    v.string(),
    v.check((text) => parseId(text).ok),
  ),
  renew: v.optional(v.boolean(), false),
});
