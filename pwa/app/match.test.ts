import { expect, test } from 'vitest';
import { partsOf } from './match.ts';

test('a route with a named part fits only an address that has it', () => {
  expect(partsOf('/call/abc', '/call/:id')).toEqual({ id: 'abc' });
  expect(partsOf('/call', '/call/:id')).toBeNull();
  expect(partsOf('/call/abc/more', '/call/:id')).toBeNull();
  expect(partsOf('/', '/')).toEqual({});
  expect(partsOf('/people', '/')).toBeNull();
});

test('a stray % in a typed address is kept instead of throwing', () => {
  expect(partsOf('/call/50%', '/call/:id')).toEqual({ id: '50%' });
  expect(partsOf('/call/a%20b', '/call/:id')).toEqual({ id: 'a b' });
});
