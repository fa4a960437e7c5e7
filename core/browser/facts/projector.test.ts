import { expect, test, vi } from 'vitest';
import { Projector } from './projector.ts';

test('code that cannot be fetched is asked for again at the next call, and all are served in their order', async () => {
  const projector = new Projector((bug) => {
    throw bug;
  });
  const served: string[] = [];
  vi.doMock('./project.ts', () => {
    throw new Error('no network');
  });
  projector.use(() => served.push('first'));
  await projector.whenIdle();
  expect(served).toEqual([]);
  vi.doUnmock('./project.ts');
  projector.use(() => served.push('second'));
  await projector.whenIdle();
  projector.use(() => served.push('third'));
  expect(served).toEqual(['first', 'second', 'third']);
});
