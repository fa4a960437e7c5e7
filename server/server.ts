import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { makeApp } from './app.ts';
import type { Config } from './config.ts';

export interface RunningServer {
  /** Where the app is, with a closing slash. */
  url: string;
  port: number;
  /** Resolves once nothing is listening any more and everything is on disk. */
  close(): Promise<void>;
}

/** One process, one address: the built app and its API on one HTTP server. */
export async function startServer(config: Config): Promise<RunningServer> {
  let port = config.port;
  const rules = () => ({ port, publicHosts: config.publicHosts, origins: config.origins });
  const app = makeApp({ dist: config.dist, rules, api: new Hono() });
  const http = serve({ fetch: app.fetch, port, hostname: config.address }) as HttpServer;
  await new Promise<void>((done, failed) => {
    http.once('listening', () => done());
    http.once('error', failed);
  });
  port = (http.address() as AddressInfo).port;
  const host = config.address.includes(':') ? `[${config.address}]` : config.address;
  return {
    url: `http://${host}:${port}/`,
    port,
    close: () =>
      new Promise<void>((done) => {
        http.close(() => done());
        http.closeAllConnections();
      }),
  };
}
