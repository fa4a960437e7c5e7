import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#test/sync/testServer.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer({ publicHosts: ['team.example'], origins: ['chrome-extension://abc'] });
  const dist = join(server.data, 'none');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Sounding</title>');
  writeFileSync(join(dist, 'sw.js'), '// worker');
  writeFileSync(join(dist, 'assets', 'main-Ab3_x-9Z.js'), '// code');
  writeFileSync(join(dist, 'notes.secret'), 'no type of ours');
  symlinkSync(join(server.data, 'owner-key'), join(dist, 'key.txt'));
});
afterAll(() => server.stop());

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** `fetch` does not let a test choose its Host. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers, method }, (response) => {
      let text = '';
      response.on('data', (data) => {
        text += data;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on('error', failed);
    asked.end();
  });
}

test('every path without an extension is the app, never kept without asking', async () => {
  for (const path of ['/', '/people', '/call/abc?x=1', '/join']) {
    const { status, headers, text } = await get(path);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['cache-control']).toBe('no-cache');
    expect(text).toContain('Sounding');
  }
  expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache');
});

test('files named by their content may be kept for ever', async () => {
  const { headers } = await get('/assets/main-Ab3_x-9Z.js');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
});

test('what is not a file of the build is not there', async () => {
  const paths = [
    '/missing.js',
    '/notes.secret',
    '/../owner-key.txt',
    '/..%2fowner-key.txt',
    '/%2e%2e/sounding.sqlite',
    '/assets/..%5c..%5cowner-key.txt',
    '/key.txt',
    '/%00.js',
    '/%ff.js',
  ];
  for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 404]);
  expect((await get('/../owner-key')).text).toContain('<title>Sounding</title>');
});

test('pages run nothing but our own files and are framed by nobody', async () => {
  const { headers } = await get('/');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port}`);
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  });
});

test('localhost is sent to 127.0.0.1 for pages and refused for everything else', async () => {
  const host = `localhost:${server.port}`;
  const page = await get('/join?x=1', { host });
  expect([page.status, page.headers.location]).toEqual([307, `http://127.0.0.1:${server.port}/join?x=1`]);
  for (const path of ['/api/workspaces/a', '/healthz']) expect((await get(path, { host })).status).toBe(403);
});

test.each([
  ['a name that was made to point here', { host: 'evil.example' }],
  ['such a name with our port', { host: 'evil.example:4600' }],
  ['no port', { host: '127.0.0.1' }],
  ['a page elsewhere', { origin: 'https://evil.example' }],
  ['our own name over plain HTTP', { host: 'team.example', origin: 'http://team.example' }],
])('every route is refused to %s', async (_who, headers) => {
  for (const path of ['/', '/assets/main-Ab3_x-9Z.js', '/api/workspaces/a', '/healthz'])
    expect([path, (await get(path, headers)).status]).toEqual([path, 403]);
});

test('a public name behind a TLS proxy and a named origin are let in', async () => {
  expect((await get('/', { host: 'team.example', origin: 'https://team.example' })).status).toBe(200);
  const extension = { origin: 'chrome-extension://abc', 'sec-fetch-site': 'cross-site' };
  expect((await get('/healthz', extension)).status).toBe(200);
});

test('a request that another site started reaches pages, as links do, and no data', async () => {
  const linked = { 'sec-fetch-site': 'cross-site' };
  expect((await get('/', linked)).status).toBe(200);
  expect((await get('/healthz', linked)).status).toBe(403);
  expect((await get('/api/workspaces/a', linked)).status).toBe(403);
});

test('health tells counts and nothing else', async () => {
  const { text } = await get('/healthz');
  expect(JSON.parse(text)).toEqual({
    ok: true,
    unsaved: 0,
    quarantined: 0,
    documents: 0,
    connections: 0,
    faults: 0,
  });
});
