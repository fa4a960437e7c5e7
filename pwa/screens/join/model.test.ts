import { expect, test } from 'vitest';
import { fail, ok } from '#core/model/result.ts';
import type { Team } from '#core/ports/team.ts';
import { makeJoinModel } from './model.ts';

function teamWith(over: Partial<Team>): Team {
  return {
    standing: { kind: 'alone' },
    watch: () => () => {},
    share: async () => ok(null),
    preview: async () => ok({ role: 'member', here: 'no' }),
    join: async () => ok(null),
    tryNow: () => {},
    ...over,
  };
}

const settle = () => new Promise((next) => setTimeout(next));

test('an invitation is looked at before anything is done', async () => {
  const joined: string[] = [];
  const model = makeJoinModel(
    teamWith({
      join: async (fragment, name) => {
        joined.push(`${fragment} ${name}`);
        return ok(null);
      },
    }),
  );
  expect(model.joining.value).toEqual({ kind: 'asking' });
  await model.join('Ada');
  expect(joined).toEqual([]);
  model.take('#w=a&s=b');
  await settle();
  expect(model.joining.value).toEqual({ kind: 'invited', preview: { role: 'member', here: 'no' } });
  await model.join('Ada');
  expect(joined).toEqual(['#w=a&s=b Ada']);
});

test('a refusal is said, and asking again may mend it', async () => {
  let answer = false;
  const model = makeJoinModel(
    teamWith({
      preview: async () => (answer ? ok({ role: 'reader', here: 'joined' }) : fail({ kind: 'unreachable' })),
    }),
  );
  model.take('#w=a&s=b');
  await settle();
  expect(model.joining.value).toEqual({ kind: 'refused', why: { kind: 'unreachable' } });
  answer = true;
  await model.ask();
  expect(model.joining.value).toMatchObject({ kind: 'invited', preview: { role: 'reader' } });
});

test('a second link opened meanwhile wins over the answer to the first', async () => {
  const first = Promise.withResolvers<void>();
  const model = makeJoinModel(
    teamWith({
      preview: async (fragment) => {
        if (fragment === '#first') await first.promise;
        return ok({ role: fragment === '#first' ? 'member' : 'reader', here: 'no' });
      },
    }),
  );
  model.take('#first');
  model.take('#second');
  await settle();
  first.resolve();
  await settle();
  expect(model.joining.value).toMatchObject({ preview: { role: 'reader' } });
});
