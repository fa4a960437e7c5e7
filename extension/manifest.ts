import type { ManifestV3Export } from '@crxjs/vite-plugin';
import { publicKey } from './key.ts';

type Manifest = Extract<ManifestV3Export, { manifest_version: number }>;

/** Where a user may turn the overlay on: any secure site, and plain HTTP on this machine. */
export const possibleSites = ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'];

/** What a page may put into a frame: the card, under an address that changes with every start of the browser. */
export const accessible = (firefox: boolean) => [
  {
    resources: ['card/index.html'],
    matches: possibleSites,
    ...(firefox ? {} : { use_dynamic_url: true }),
  },
];

/** Nothing from elsewhere, nothing inline; the data come from the app by message, never over the network. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The extension's manifest. What it asks for at installation:
 * - `activeTab`: to know which site is in front when the user opens the toolbar popup; granted by that click alone;
 * - `scripting`: to put the page script on the sites the user turned on, and on no other;
 * - `storage`: session memory for pairing codes and page tokens, gone when the browser closes.
 * A site is an optional host permission, asked for by a click.
 */
export function manifest(firefox: boolean, dev = false): Manifest {
  return {
    manifest_version: 3,
    name: 'Sounding',
    version: '0.1.0',
    description: 'Shows what a customer told you, beside their record in your CRM.',
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    action: {
      default_title: 'Sounding',
      default_popup: 'popup/index.html',
      default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' },
    },
    options_ui: { page: 'options/index.html', open_in_tab: true },
    background: firefox
      ? { scripts: ['background/main.ts'], type: 'module' }
      : { service_worker: 'background/main.ts', type: 'module' },
    permissions: ['activeTab', 'scripting', 'storage'],
    optional_host_permissions: possibleSites,
    commands: {
      hide: {
        suggested_key: { default: 'Alt+Shift+H' },
        description: 'Hide Sounding on every page, or show it again',
      },
    },
    web_accessible_resources: accessible(firefox),
    ...(dev ? {} : { content_security_policy: { extension_pages: policy } }),
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'overlay@sounding.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          key: publicKey,
          minimum_chrome_version: '130',
          externally_connectable: { matches: ['http://127.0.0.1/*'] },
        }),
  };
}
