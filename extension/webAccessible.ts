import type { Plugin } from 'vite';
import { accessible } from './manifest.ts';

/**
 * Keeps the built manifest's web-accessible files to those we named. The bundler adds every page script it was told of;
 * ours is one self-contained file that the browser injects, so no page needs to, or may, load it.
 */
export function onlyNamedFilesAreAccessible(firefox: boolean): Plugin {
  return {
    name: 'sounding:web-accessible',
    enforce: 'post',
    // Called by the extension bundler once its own plugins have had their say.
    renderCrxManifest: (manifest: { web_accessible_resources?: unknown }) => ({
      ...manifest,
      web_accessible_resources: accessible(firefox),
    }),
    // The bundler also leaves the page script behind as a module of its own; nothing refers to it.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const name of Object.keys(bundle)) if (/\.iife\.ts-.*\.js$/.test(name)) delete bundle[name];
      },
    },
  } as Plugin;
}
