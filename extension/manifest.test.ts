import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { extensionId } from '#core/browser/overlay/extensionId.ts';
import { readSource } from '../test/meta/sources.ts';
import { publicKey } from './key.ts';
import { manifest } from './manifest.ts';

test('asks for nothing at installation that warns anybody, and for sites one by one', () => {
  const { permissions, host_permissions, optional_host_permissions, optional_permissions, content_scripts } =
    manifest(false);
  expect({ permissions, host_permissions, optional_permissions, content_scripts }).toEqual({
    permissions: ['activeTab', 'scripting', 'storage'],
    host_permissions: undefined,
    optional_permissions: undefined,
    content_scripts: undefined,
  });
  expect(optional_host_permissions).toEqual(['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*']);
});

test('opens one page to other sites, under an address that changes, and one door to this machine', () => {
  const chromium = manifest(false);
  expect(chromium.web_accessible_resources).toEqual([
    {
      resources: ['card/index.html'],
      matches: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
      use_dynamic_url: true,
    },
  ]);
  expect(chromium.externally_connectable).toEqual({ matches: ['http://127.0.0.1/*'] });
});

test('its pages load and run nothing but their own files, and reach no network', () => {
  expect(manifest(false).content_security_policy).toEqual({
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'",
  });
});

test('the app calls the id that the key gives', () => {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32);
  const id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  expect(id).toBe(extensionId);
  expect(manifest(false).key).toBe(publicKey);
});

test('for Firefox: no worker, no key, no door, a gecko id', () => {
  const firefox = manifest(true);
  expect(firefox.background).toEqual({ scripts: ['background/main.ts'], type: 'module' });
  expect([firefox.key, firefox.externally_connectable, firefox.minimum_chrome_version]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(JSON.stringify(firefox.web_accessible_resources)).not.toContain('dynamic');
  expect(firefox.browser_specific_settings).toBeDefined();
});

test('the handle’s tokens are those of theme.css, light and dark', () => {
  const [light = '', dark = ''] = readSource('core/browser/theme.css').split('prefers-color-scheme: dark');
  const [mine = '', mineDark = ''] = readSource('extension/content/handle.css').split(
    'prefers-color-scheme: dark',
  );
  const tokens = (css: string) =>
    [...css.matchAll(/(--(?:sheet|wash|ink|edge|accent|focus|float)): ([^;]+);/g)].map(([, name, value]) =>
      [name, value].join(' '),
    );
  expect(tokens(mine)).toHaveLength(7);
  expect(tokens(light)).toEqual(expect.arrayContaining(tokens(mine)));
  expect(tokens(mineDark)).toHaveLength(7);
  expect(tokens(dark)).toEqual(expect.arrayContaining(tokens(mineDark)));
});
