import { Hono } from 'hono';
import { type Changed, type Greeting, protocolVersion } from '#core/model/protocol.ts';
import type { Admitted } from '../auth/admission.ts';
import type { ServerStorage } from '../storage/storage.ts';

const mostAtOnce = 1000;

/** GET of the workspace (who am I here, how far is it) and of what changed since a place in the sequence. */
export function changeRoutes(storage: ServerStorage): Hono<Admitted> {
  const routes = new Hono<Admitted>();
  routes.get('/', async (c) => {
    const { seq } = await storage.changesSince(c.get('workspace'), Number.MAX_SAFE_INTEGER, 1);
    return c.json({ role: c.get('role'), seq, protocol: protocolVersion } satisfies Greeting);
  });
  routes.get('/changes', async (c) => {
    const since = Number(c.req.query('since') ?? 0);
    if (!Number.isSafeInteger(since) || since < 0) return c.json({ reason: 'badPlace' }, 400);
    return c.json((await storage.changesSince(c.get('workspace'), since, mostAtOnce)) satisfies Changed);
  });
  return routes;
}
