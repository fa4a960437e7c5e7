import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { Sessions } from '#core/browser/session.ts';
import { makeTeam } from '#core/browser/sync/index.ts';
import { seededChance } from '#core/model/chance.ts';
import type { Team } from '#core/ports/team.ts';
import { type TestServer, testServer } from './testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.stop());

interface Browser {
  sessions: Sessions;
  team: Team;
  restarts: string[];
}

/** A browser of its own: a fresh disk, the app from the server. */
async function newBrowser(seed: string, origin = server.url): Promise<Browser> {
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  const sessions = await Sessions.open(seededChance(seed));
  const restarts: string[] = [];
  const team = await makeTeam({
    sessions,
    db: new WorkspaceDatabase(sessions.session.workspace),
    origin,
    restart: (path) => restarts.push(path),
    tryNow: () => {},
  });
  return { sessions, team, restarts };
}

const fragmentOf = (link: string) => new URL(link).hash;

function invitations(team: Team) {
  if (team.standing.kind !== 'shared') throw new Error('the workspace is not shared');
  return team.standing.invitations;
}

test('sharing gives both invitations, keeps the secret in the fragment and starts the app again', async () => {
  const { sessions, team, restarts } = await newBrowser('owner');
  expect(team.standing).toEqual({ kind: 'alone' });
  expect(await team.share(server.ownerKey, false)).toEqual({ ok: true, value: null });
  expect(team.standing).toMatchObject({ kind: 'shared', server: server.url, role: 'member' });
  const links = invitations(team);
  for (const link of [links.member, links.reader]) {
    const url = new URL(link);
    expect([url.origin, url.pathname, url.search]).toEqual([server.url.slice(0, -1), '/join', '']);
  }
  expect(links.member).not.toBe(links.reader);
  expect(sessions.current).toMatchObject({ server: server.url, role: 'member' });
  expect(restarts).toEqual(['/team']);
});

test('somebody who joins gets a workspace of their own beside what they had', async () => {
  const owner = await newBrowser('owner');
  await owner.team.share(server.ownerKey, false);
  const guest = await newBrowser('guest');
  const had = guest.sessions.session.workspace;
  const fragment = fragmentOf(invitations(owner.team).reader);
  expect(await guest.team.preview(fragment)).toEqual({ ok: true, value: { role: 'reader', here: 'no' } });
  expect(guest.sessions.workspaces).toHaveLength(1);
  expect(await guest.team.join(fragment, ' Ada ')).toEqual({ ok: true, value: null });
  expect(guest.sessions.session).toMatchObject({
    workspace: owner.sessions.session.workspace,
    memberName: 'Ada',
  });
  expect(guest.sessions.current).toMatchObject({ role: 'reader', server: server.url });
  expect(guest.sessions.workspaces.map(({ id }) => id)).toContain(had);
  expect(guest.restarts).toEqual(['/']);
  expect(await guest.team.preview(fragment)).toMatchObject({ value: { here: 'joined' } });
});

test('what cannot be shared or joined says why and changes nothing', async () => {
  const owner = await newBrowser('owner');
  expect(await owner.team.share('x'.repeat(43), false)).toEqual({ ok: false, why: { kind: 'wrongSecret' } });
  expect(owner.team.standing).toEqual({ kind: 'alone' });
  for (const fragment of ['', '#', '#w=a', '#w=A B&s=x', `#w=a&s=${'!'.repeat(30)}`])
    expect(await owner.team.preview(fragment)).toEqual({ ok: false, why: { kind: 'noInvitation' } });
  const unknown = `#w=nowhere&s=${'x'.repeat(43)}`;
  expect(await owner.team.join(unknown, '')).toEqual({ ok: false, why: { kind: 'wrongSecret' } });
  const lost = await newBrowser('lost', 'http://127.0.0.1:9/');
  expect(await lost.team.join(unknown, '')).toEqual({ ok: false, why: { kind: 'unreachable' } });
  expect(lost.sessions.workspaces).toHaveLength(1);
  expect([...owner.restarts, ...lost.restarts]).toEqual([]);
});

test('a workspace that the server has already is shared again only by renewing, which ends the old links', async () => {
  const owner = await newBrowser('owner');
  await owner.team.share(server.ownerKey, false);
  const old = invitations(owner.team).member;
  const copy = await newBrowser('copy');
  await copy.sessions.add({ id: owner.sessions.session.workspace });
  await copy.sessions.switchTo(owner.sessions.session.workspace);
  expect(await copy.team.share(server.ownerKey, false)).toEqual({ ok: false, why: { kind: 'exists' } });
  expect(await copy.team.preview(fragmentOf(old))).toMatchObject({ value: { here: 'alone' } });
  expect((await copy.team.share(server.ownerKey, true)).ok).toBe(true);
  expect(await owner.team.preview(fragmentOf(old))).toEqual({ ok: false, why: { kind: 'wrongSecret' } });
  const renewed = fragmentOf(invitations(copy.team).member);
  expect(await owner.team.preview(renewed)).toMatchObject({ value: { role: 'member', here: 'joined' } });
});
