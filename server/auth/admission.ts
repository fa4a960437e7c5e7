import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { protocolFit, protocolHeader, protocolVersion, type ServerRole } from '#core/model/protocol.ts';
import type { Doorman } from './doorman.ts';
import { bearer } from './secrets.ts';

/** Set for every route under a workspace once its secret was right. */
export interface Admitted {
  Variables: { workspace: string; role: ServerRole };
}

/** Refusals carry a status and, where the client needs it, a reason; nothing about what exists. */
export function refuse(c: Context, reason: 'wrongSecret' | 'tooManyAttempts' | 'readOnly') {
  const status = { wrongSecret: 401, tooManyAttempts: 429, readOnly: 403 } as const;
  if (reason === 'tooManyAttempts') c.header('Retry-After', '60');
  return c.json({ reason }, status[reason]);
}

/** Clients of another protocol are told so before anything else, so that they can say which side is older. */
export const speaksOurProtocol: MiddlewareHandler = async (c, next) => {
  c.header(protocolHeader, String(protocolVersion));
  c.header('Cache-Control', 'no-store');
  const fit = protocolFit(Number(c.req.header(protocolHeader) ?? Number.NaN));
  return fit === 'fits' ? next() : c.json({ reason: fit }, 409);
};

/** Lets through whoever has a secret of the workspace in the path. */
export function withSecret(doorman: Doorman): MiddlewareHandler<Admitted, '/:workspace/*'> {
  return async (c, next) => {
    const workspace = c.req.param('workspace');
    const admission = await doorman.admit(workspace, bearer(c.req.header('authorization')), remoteOf(c));
    if (admission.kind !== 'admitted') return refuse(c, admission.kind);
    c.set('workspace', workspace);
    c.set('role', admission.role);
    return next();
  };
}

/** For routes that change something. */
export const membersOnly: MiddlewareHandler<Admitted> = async (c, next) =>
  c.get('role') === 'member' ? next() : refuse(c, 'readOnly');

/** Address of the other end, for counting attempts. */
export function remoteOf(c: Context): string {
  return getConnInfo(c).remote.address ?? '';
}
