import { describe, expect, test } from 'vitest';
import { declaredSite } from './declared.ts';
import { siteFor, sites } from './index.ts';

describe.each(sites)('$name', (site) => {
  test('accepts its own addresses', () => {
    expect(site.urls.length).toBeGreaterThan(0);
    for (const url of site.urls) expect(site.matches(new URL(url)), url).toBe(true);
  });

  test('rejects the addresses of all other sites', () => {
    const others = sites.filter((other) => other !== site).flatMap((other) => other.urls);
    for (const url of others) expect(site.matches(new URL(url)), url).toBe(false);
  });

  test.each([
    'https://rt.acme.example/',
    'https://rt.acme.example/Search/Results.html?Query=id>1',
    'https://rt.acme.example/Ticket/Display.html',
    'https://rt.acme.example/Ticket/Display.html?id=new',
    'https://rt.acme.example/Ticket/Display.html?id=1%00',
    'https://rt.acme.example/Ticket/Display.html?id=%E0%A4%A',
    'https://rt.acme.example/Ticket/Create.html?Queue=1',
    'https://user@rt.acme.example/Ticket/Display.html?id=1',
    'ftp://rt.acme.example/Ticket/Display.html?id=1',
    'https://rt.acme.example/a/b/Ticket/Display.html?id=1',
  ])('has no record at %s', (url) => expect(site.matches(new URL(url))).toBe(false));
});

test('a site with hosts takes them exactly', () => {
  const hub = declaredSite({
    id: 'hub',
    name: 'Hub',
    isVerified: false,
    urls: [],
    hosts: ['app.hub.example'],
    records: [{ path: /^\/contacts\/\d+$/, query: {}, people: 'a' }],
  });
  const accepts = (url: string) => hub.matches(new URL(url));
  expect(accepts('https://app.hub.example/contacts/1')).toBe(true);
  for (const url of [
    'https://evilapp.hub.example/contacts/1',
    'https://app.hub.example.evil.io/contacts/1',
    'https://app.hub.example@evil.io/contacts/1',
    'https://аpp.hub.example/contacts/1',
    'https://hub.example/contacts/1',
  ])
    expect(accepts(url), url).toBe(false);
});

test('an address without an adapter of its own is any page; what is no web page is none', () => {
  expect(siteFor(new URL('https://crm.example/contacts/1'))?.id).toBe('anyPage');
  expect(siteFor(new URL('https://rt.acme.example/Ticket/Display.html?id=14'))?.id).toBe('requestTracker');
  for (const url of ['chrome://extensions/', 'file:///etc/hosts', 'about:blank', 'data:text/html,x'])
    expect(siteFor(new URL(url))).toBeNull();
});
