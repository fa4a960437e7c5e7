import { defineManifest, type ManifestV3Export } from '@crxjs/vite-plugin';

/** The extension's manifest for Chromium, or for Firefox. */
export function manifest(_firefox: boolean): ManifestV3Export {
  return defineManifest({ manifest_version: 3, name: 'Sounding', version: '0.1.0' });
}
