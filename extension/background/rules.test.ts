import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { costOf } from '#test/fixtures/cost.ts';
import { type Allowance, spend } from './limit.ts';
import { ownDomainsOf } from './ownDomains.ts';
import { appPageOf, cardTabOf, isOwnPage, visitorOf } from './sender.ts';
import { clipped, plainText } from './text.ts';

describe('text from a survey', () => {
  test('keeps markup as the text it is, and loses what is unseen', () => {
    expect(plainText('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
    expect(plainText('javascript:alert(1)')).toBe('javascript:alert(1)');
    expect(plainText('a\u0000b\u202egnp.exe\u2066c\u200bd\ufeff')).toBe('abgnp.execd');
    expect(plainText('one\r\ntwo\tthree')).toBe('one\ntwo three');
    expect(plainText('👩‍💻 ok')).toBe('👩‍💻 ok');
    expect(plainText('\ud800')).toBe('\ufffd');
  });

  test('is never longer than allowed and never cut inside a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.integer({ min: 1, max: 40 }),
        (text, most) => {
          const cut = clipped(text, most);
          expect(cut.length).toBeLessThanOrEqual(most);
          expect(cut.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  test('a megabyte costs no more than a line', () => {
    const [line, long] = [Buffer.alloc(1_000, 'x'), Buffer.alloc(50_000_000, 'x')].map((b) => b.toString());
    expect(clipped(long!, 200)).toBe(clipped(line!, 200));
    // far less than going through it once
    const through = costOf(() => long!.replaceAll('y', ''));
    expect(costOf(() => clipped(long!, 200))).toBeLessThan(through / 2);
  });
});

test('lookups: forty at once, then twenty a minute, whatever the clock does', () => {
  const rate = { most: 40, perMinute: 20 };
  let allowance: Allowance | undefined;
  const ask = (now: number) => {
    const next = spend(allowance, rate, 1, now);
    if (next) allowance = next;
    return next !== null;
  };
  expect(Array.from({ length: 60 }, () => ask(0)).filter(Boolean)).toHaveLength(40);
  expect(Array.from({ length: 60 }, () => ask(60_000)).filter(Boolean)).toHaveLength(20);
  expect(ask(-1_000_000)).toBe(false);
  expect(spend(undefined, rate, 0, 0)).toEqual({ left: 40, at: 0 });
});

test('own domains are taken as people write them', () => {
  expect(
    ownDomainsOf(['@Acme.Example', 'jane@sub.acme.example', ' .x.example. ', 'acme', '*.evil', '']),
  ).toEqual(['acme.example', 'sub.acme.example', 'x.example']);
});

describe('who speaks is the browser’s word', () => {
  const id = 'coghbmfbbmjlnnipgmfgfjimikohkbob';
  const own = `chrome-extension://${id}`;
  beforeEach(() => {
    vi.stubGlobal('chrome', { runtime: { id, getURL: (path: string) => `${own}/${path}` } });
  });
  afterEach(() => vi.unstubAllGlobals());
  const tab = { id: 7 } as chrome.tabs.Tab;
  const page = {
    id,
    tab,
    frameId: 0,
    documentId: 'D',
    documentLifecycle: 'active' as const,
    origin: 'https://crm.example',
    url: 'https://crm.example/1',
  };
  const card = { ...page, frameId: 4, origin: own, url: `${own}/card/index.html#t` };

  test('a page script speaks from the top frame of a live page', () => {
    expect(visitorOf(page)).toEqual({ tab: 7, documentId: 'D', origin: 'https://crm.example' });
    expect(visitorOf({ ...page, frameId: 3 })).toBeNull();
    expect(visitorOf({ ...page, documentLifecycle: 'prerender' })).toBeNull();
    expect(visitorOf({ ...page, documentLifecycle: 'cached' })).toBeNull();
    expect(visitorOf({ ...page, origin: 'null' })).toBeNull();
    expect(visitorOf({ ...page, tab: undefined })).toBeNull();
    expect(visitorOf(card)).toBeNull();
  });

  test('the card speaks from a frame with the card’s own address', () => {
    expect(cardTabOf(card)).toBe(7);
    expect(cardTabOf({ ...card, frameId: 0 })).toBeNull();
    expect(cardTabOf({ ...card, url: `${own}/options/index.html` })).toBeNull();
    expect(cardTabOf({ ...card, origin: 'https://crm.example' })).toBeNull();
    expect(cardTabOf({ ...card, url: `https://crm.example/card/index.html` })).toBeNull();
  });

  test('options and popup speak as pages of their own', () => {
    expect(isOwnPage({ id, origin: own, url: `${own}/popup/index.html` })).toBe(true);
    expect(isOwnPage({ ...card, frameId: 0, url: `${own}/options/index.html` })).toBe(true);
    expect(isOwnPage({ ...card, url: `${own}/options/index.html` })).toBe(false);
    expect(isOwnPage(card)).toBe(false);
    expect(isOwnPage(page)).toBe(false);
  });

  test('the app speaks from the top frame of a page at 127.0.0.1, and localhost does not', () => {
    const app = { ...page, origin: 'http://127.0.0.1:4600', url: 'http://127.0.0.1:4600/settings' };
    expect(appPageOf(app)).toBe('http://127.0.0.1:4600');
    for (const origin of [
      'http://localhost:4600',
      'https://127.0.0.1.evil.example',
      'http://127.0.0.1.evil.example',
      'http://127.0.0.1@evil.example',
      'https://crm.example',
      'null',
    ])
      expect(appPageOf({ ...app, origin }), origin).toBeNull();
    expect(appPageOf({ ...app, frameId: 2 })).toBeNull();
    expect(appPageOf({ ...app, tab: undefined })).toBeNull();
    expect(appPageOf(undefined)).toBeNull();
  });
});
