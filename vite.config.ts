import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import type { ViteUserConfig } from 'vitest/config';
import type { TestSequencer, TestSpecification } from 'vitest/node';
import { manifest } from './extension/manifest.ts';
import { onlyNamedFilesAreAccessible } from './extension/webAccessible.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where builds go; tests that build beside each other set their own. */
const dist = process.env.SOUNDING_DIST ?? at('dist');

/** Begun last, these would have one processor wait for the other: longest first. */
const longest = ['test/crash/server.test.ts', 'test/sync/link.test.ts', 'test/torture/torture.test.ts'];

const never = ['**/node_modules/**', 'dist*/**'];
/** Tests beside the code that put their own in place of what a browser has for all: a fresh process for every file. */
const apart = ['{core/browser,extension/background,pwa/workers}/**/*.test.{ts,tsx}'];
/** What crosses a border: servers, sockets, real files. */
const borders = ['{server,test}/**/*.test.{ts,tsx}'];

/** Words come with who says them: keeping them in the language spoken is no reason to fetch them. */
const treeshake = { moduleSideEffects: (id: string) => !/[wW]ords\.ts$/.test(id) };

/** What the first page loads and others share, in one file instead of one each: a first visit asks for fewer, and packs better. */
const base = {
  name: 'base',
  test: /core\/(model\/(ids|language|result|splice)|browser\/parts\/(words(\.en)?|marks|Progress|DropZone))\.tsx?$|node_modules\/(preact|@preact\/signals-core|valibot|yjs|lib0)\//,
};

class LongestFirst implements TestSequencer {
  shard = (files: TestSpecification[]) => files;
  sort(files: TestSpecification[]): TestSpecification[] {
    const rank = ({ moduleId }: TestSpecification) => longest.findIndex((path) => moduleId.endsWith(path));
    const first = files.filter((file) => rank(file) >= 0).sort((a, b) => rank(a) - rank(b));
    return [...first, ...files.filter((file) => rank(file) < 0)];
  }
}

/** One config, a branch per mode: pwa, extension, extension-firefox, test. Each has its own root, output and cache. */
export default defineConfig(({ mode, command }): UserConfig & ViteUserConfig => {
  const shared: UserConfig = {
    envDir: at('.'),
    cacheDir: at(`node_modules/.vite-${mode}`),
    build: { target: 'es2023', emptyOutDir: true, sourcemap: false, rolldownOptions: { treeshake } },
    worker: { format: 'es', rolldownOptions: { treeshake } },
  };
  switch (mode) {
    case 'test':
      return {
        ...shared,
        root: at('.'),
        plugins: [preact()],
        test: {
          projects: [
            {
              extends: true,
              test: {
                name: 'shared',
                include: ['{core,pwa,extension,scripts}/**/*.test.{ts,tsx}'],
                exclude: [...never, ...apart],
                // Nothing they import keeps anything from one test to the next: read once, not once for every file.
                isolate: false,
              },
            },
            { extends: true, test: { name: 'apart', include: apart, exclude: never } },
            { extends: true, test: { name: 'borders', include: borders, exclude: never } },
          ],
          // As many as there are processors: left to itself Vitest keeps one back.
          maxWorkers: availableParallelism(),
          // A hang is minutes; how long a test takes on a busy machine says nothing.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { sequencer: LongestFirst },
        },
      };
    case 'extension':
    case 'extension-firefox': {
      const firefox = mode === 'extension-firefox';
      return {
        ...shared,
        root: at('extension'),
        build: {
          ...shared.build,
          outDir: `${dist}/${mode}`,
          // A web-accessible page is copied as it is unless it is named here.
          rolldownOptions: { treeshake, input: { card: at('extension/card/index.html') } },
        },
        server: { port: 4601, strictPort: true, cors: { origin: [/^chrome-extension:\/\//] } },
        plugins: [
          preact(),
          crx({ manifest: manifest(firefox, command === 'serve'), browser: firefox ? 'firefox' : 'chrome' }),
          ...(command === 'build' ? [onlyNamedFilesAreAccessible(firefox)] : []),
        ],
      };
    }
    default:
      return {
        ...shared,
        root: at('pwa'),
        // Whoever can run the app (`Map.groupBy`) preloads modules without help.
        build: {
          ...shared.build,
          outDir: `${dist}/pwa`,
          modulePreload: { polyfill: false },
          rolldownOptions: { treeshake, output: { codeSplitting: { groups: [base] } } },
        },
        // In development the sync server runs beside Vite; the app still talks to its own address only.
        server: {
          port: 4600,
          strictPort: true,
          host: '127.0.0.1',
          proxy: {
            '/api': 'http://127.0.0.1:4602',
            '/sync': { target: 'ws://127.0.0.1:4602', ws: true, changeOrigin: true },
          },
        },
        plugins: [
          preact(),
          VitePWA({
            strategies: 'injectManifest',
            srcDir: 'service-worker',
            filename: 'sw.ts',
            injectRegister: false,
            registerType: 'prompt',
            manifest: {
              name: 'Sounding',
              short_name: 'Sounding',
              description: 'From the survey score to the reasons, call by call.',
              id: '/',
              start_url: '/',
              display: 'standalone',
              background_color: '#FBF9F4',
              theme_color: '#FBF9F4',
              icons: [
                { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
                { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
                { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
              ],
            },
            injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,woff2}'] },
          }),
        ],
      };
  }
});
