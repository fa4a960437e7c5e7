import { afterEach, expect, test, vi } from 'vitest';
import { startOverlay } from './start.ts';

afterEach(() => vi.unstubAllGlobals());
const needs = {} as Parameters<typeof startOverlay>[0];

test('where an extension may be, nothing is said of a pairing before it was looked for: a code typed meanwhile would be lost', () => {
  vi.stubGlobal('chrome', { runtime: {} });
  vi.stubGlobal('requestIdleCallback', () => 0);
  expect(startOverlay(needs).state).toEqual({ kind: 'looking' });
});

test('a browser that offers no way to an extension has none', () => {
  expect(startOverlay(needs).state).toEqual({ kind: 'noExtension', paired: false });
});
