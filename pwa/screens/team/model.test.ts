import { expect, test } from 'vitest';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { Team, TeamRefusal, TeamStanding } from '#core/ports/team.ts';
import { keyIn, makeTeamModel } from './model.ts';

const key = 'k'.repeat(43);

function teamAnswering(answer: Result<null, TeamRefusal>) {
  const asked: [string, boolean][] = [];
  const team: Team = {
    standing: { kind: 'alone' } satisfies TeamStanding,
    watch: () => () => {},
    share: async (ownerKey, renew) => {
      asked.push([ownerKey, renew]);
      return answer;
    },
    preview: async () => fail({ kind: 'noInvitation' }),
    join: async () => fail({ kind: 'noInvitation' }),
    tryNow: () => {},
  };
  return { team, asked };
}

test('the key is found in the link, behind the # and by itself, and nowhere else', () => {
  expect(keyIn(`http://127.0.0.1:4600/team#key=${key}`)).toBe(key);
  expect(keyIn(` #key=${key} `)).toBe(key);
  expect(keyIn(key)).toBe(key);
  for (const other of ['', 'hello', 'http://127.0.0.1:4600/team', `${key}!`, '#key=short'])
    expect(keyIn(other)).toBe('');
});

test('sharing without a set-up link says what is missing and asks nobody', async () => {
  const { team, asked } = teamAnswering(ok(null));
  const model = makeTeamModel(team);
  await model.share(false);
  expect(model.sharing.value).toEqual({ kind: 'noKey', typed: false });
  model.type('a wrong link');
  expect(model.sharing.value).toEqual({ kind: 'ready' });
  await model.share(false);
  expect(model.sharing.value).toEqual({ kind: 'noKey', typed: true });
  expect(asked).toEqual([]);
});

test('a key from the address is used and then forgotten', async () => {
  const { team, asked } = teamAnswering(ok(null));
  const model = makeTeamModel(team);
  expect(model.take('#elsewhere')).toBe(false);
  expect(model.take(`#key=${key}`)).toBe(true);
  expect(model.given.value).toBe(true);
  await model.share(false);
  expect(asked).toEqual([[key, false]]);
  expect(model.given.value).toBe(false);
});

test('a refusal is kept to be said, and the same link may be tried again', async () => {
  const { team, asked } = teamAnswering(fail({ kind: 'exists' }));
  const model = makeTeamModel(team);
  model.type(`http://127.0.0.1:4600/team#key=${key}`);
  await model.share(false);
  expect(model.sharing.value).toEqual({ kind: 'refused', why: { kind: 'exists' } });
  await model.share(true);
  expect(asked).toEqual([
    [key, false],
    [key, true],
  ]);
});
