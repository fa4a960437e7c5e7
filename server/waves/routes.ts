import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { parseId } from '#core/model/ids.ts';
import { maxPartBytes, type SharedWaves, sharedWaveSchema } from '#core/model/protocol.ts';
import { type Admitted, membersOnly } from '../auth/admission.ts';
import { type ServerStorage, StorageFull } from '../storage/storage.ts';

const maxHeadBytes = 4 * 1024 * 1024;
const sha256 = /^[0-9a-f]{64}$/;

/**
 * Waves of a workspace: parts are blobs named by their SHA-256, verified here; a wave's head comes last and is taken
 * only when every part it names is stored, so that nobody ever receives half a wave.
 */
export function waveRoutes(storage: ServerStorage, changed: (workspace: string) => void): Hono<Admitted> {
  const routes = new Hono<Admitted>();

  routes.get('/blobs/:hash', async (c) => {
    const bytes = await storage.blob(c.get('workspace'), c.req.param('hash'));
    if (!bytes) return c.json({ reason: 'unknown' }, 404);
    c.header('Content-Type', 'application/octet-stream');
    return c.body(new Uint8Array(bytes));
  });

  routes.put('/blobs/:hash', membersOnly, bodyLimit({ maxSize: maxPartBytes }), async (c) => {
    const hash = c.req.param('hash');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (!sha256.test(hash) || createHash('sha256').update(bytes).digest('hex') !== hash)
      return c.json({ reason: 'hashDiffers' }, 400);
    await storage.putBlob(c.get('workspace'), hash, bytes);
    return c.body(null, 204);
  });

  routes.get('/waves', async (c) => {
    const { waves, removed } = await storage.waves(c.get('workspace'));
    const listed = waves.map(({ id, head, parts }) => ({ id, head: JSON.parse(head), parts: [...parts] }));
    return c.json({ waves: listed, removed } satisfies SharedWaves);
  });

  routes.put('/waves/:id', membersOnly, bodyLimit({ maxSize: maxHeadBytes }), async (c) => {
    const id = parseId<'wave'>(c.req.param('id'));
    const body = v.safeParse(sharedWaveSchema, await c.req.json().catch(() => null));
    if (!id.ok || !body.success || body.output.head.id !== id.value)
      return c.json({ reason: 'badWave' }, 400);
    const { head, parts } = body.output;
    const kept = await storage.putWave(c.get('workspace'), {
      id: id.value,
      head: JSON.stringify(head),
      parts,
    });
    if (!kept) return c.json({ reason: 'partsMissingOrRemoved' }, 409);
    changed(c.get('workspace'));
    return c.body(null, 204);
  });

  routes.delete('/waves/:id', membersOnly, async (c) => {
    await storage.removeWave(c.get('workspace'), c.req.param('id'));
    changed(c.get('workspace'));
    return c.body(null, 204);
  });

  routes.onError((error, c) => {
    if (error instanceof StorageFull) return c.json({ reason: 'notStored' }, 507);
    throw error;
  });
  return routes;
}
