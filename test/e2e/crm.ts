import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { root } from './harness.ts';

/** A site of its own on this machine, with pages of test/fixtures/pages. */
export interface Crm {
  origin: string;
  /** Address of a page; `email` stands wherever the page names its customer. */
  page(name: string, email: string): string;
  stop(): Promise<void>;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** `/anything/<page>.html?to=<e-mail>`; a strict CSP of the page's own changes nothing for the extension. */
export async function startCrm(): Promise<Crm> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://crm');
    if (url.pathname === '/hostile.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(readFileSync(join(root, 'test/fixtures/pages/hostile.js')));
      return;
    }
    const name = /\/(\w+)\.html$/.exec(url.pathname)?.[1]?.toLowerCase();
    const file = name === 'display' ? 'ticket' : name;
    if (!file) {
      response.writeHead(file === undefined && url.pathname === '/favicon.ico' ? 204 : 200).end();
      return;
    }
    const text = readFileSync(join(root, 'test/fixtures/pages', `${file}.html`), 'utf8');
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; connect-src *; frame-src *",
    });
    response.end(text.replaceAll('__EMAIL__', escaped(url.searchParams.get('to') ?? '')));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return {
    origin,
    page: (name, email) => `${origin}/${name}?${new URLSearchParams({ to: email })}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
