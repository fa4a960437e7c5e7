import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Admitted } from './auth/admission.ts';
import { type GateRules, isCrossSite, judge } from './auth/gate.ts';
import type { Health } from './health.ts';
import { fileFor } from './pages/files.ts';
import { alwaysHeaders, contentSecurityPolicy } from './pages/headers.ts';

export interface AppParts {
  dist: string;
  /** Asked at each request: the port is known only once the server listens. */
  rules(): GateRules;
  /** Everything under /api. */
  api: Hono<Admitted>;
  health(): Promise<Health>;
}

/** Every HTTP answer of the server: the gate first, then the API, then the built pages. */
export function makeApp({ dist, rules, api, health }: AppParts): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(alwaysHeaders)) c.header(name, value);
    const arrival = {
      host: c.req.header('host'),
      origin: c.req.header('origin'),
      site: c.req.header('sec-fetch-site'),
    };
    const verdict = judge(arrival, rules());
    const isPage = !c.req.path.startsWith('/api/') && c.req.path !== '/healthz';
    if (verdict === 'useNumericHost' && isPage && ['GET', 'HEAD'].includes(c.req.method)) {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`http://127.0.0.1:${rules().port}${pathname}${search}`, 307);
    }
    if (verdict !== 'welcome' || (!isPage && isCrossSite(arrival, rules()))) return c.text('', 403);
    return next();
  });

  app.route('/api', api);
  app.all('/api/*', (c) => c.text('', 404));

  app.get('/healthz', async (c) => {
    const now = await health();
    c.header('Cache-Control', 'no-store');
    return c.json(now, now.ok ? 200 : 503);
  });

  app.get('*', async (c) => {
    const file = await fileFor(dist, c.req.path);
    if (!file) return c.text('', 404);
    c.header('Content-Security-Policy', contentSecurityPolicy(c.req.header('host') ?? ''));
    c.header('Content-Type', file.type);
    c.header('Cache-Control', file.cacheControl);
    return c.body(file.bytes);
  });

  app.notFound((c) => c.text('', 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    console.error(`${c.req.method} ${c.req.path}: ${error.name}: ${error.message}`);
    return c.text('', 500);
  });
  return app;
}
