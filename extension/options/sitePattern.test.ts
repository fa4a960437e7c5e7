import { expect, test } from 'vitest';
import { siteName, sitePatternOf } from './sitePattern.ts';

test.each<[string, string | null]>([
  ['https://crm.example/contacts/14?x=1#y', 'https://crm.example/*'],
  ['https://crm.example:8443/', 'https://crm.example:8443/*'],
  ['http://127.0.0.1:8090/rt/', 'http://127.0.0.1:8090/*'],
  ['http://localhost/', 'http://localhost/*'],
  ['http://crm.example/', null],
  ['http://127.0.0.1.evil.example/', null],
  ['chrome://extensions/', null],
  ['javascript:alert(1)', null],
  ['file:///etc/hosts', null],
  ['crm', null],
])('%s is turned on as %s', (address, pattern) => {
  expect(sitePatternOf(address, true)).toBe(pattern);
});

test('where patterns know no ports, the whole host is turned on', () => {
  expect(sitePatternOf('http://127.0.0.1:8090/', false)).toBe('http://127.0.0.1/*');
});

test('a site is named as people know it', () => {
  expect(siteName('https://crm.example/*')).toBe('crm.example');
  expect(siteName('http://127.0.0.1:8090/*')).toBe('http://127.0.0.1:8090');
});
