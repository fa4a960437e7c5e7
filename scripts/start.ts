/** `npm start`: app and sync server on one address, with their data in one folder. */
import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = process.env.SOUNDING_DIST ?? join(root, 'dist');
const server = spawn(
  process.execPath,
  [
    join(root, 'server', 'main.ts'),
    '--data',
    join(root, 'data'),
    '--dist',
    join(dist, 'pwa'),
    ...process.argv.slice(2),
  ],
  { stdio: ['inherit', 'pipe', 'inherit'] },
);
server.stdout.setEncoding('utf8').on('data', (text: string) => {
  process.stdout.write(text);
  if (!text.includes('Sounding is ready at')) return;
  const extension = relative(process.cwd(), join(dist, 'extension')) || '.';
  process.stdout.write(
    `The browser extension lies in ${extension}. In Chromium open chrome://extensions, switch on "Developer mode", ` +
      `choose "Load unpacked" and pick that folder.\nPress Ctrl+C to stop.\n`,
  );
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
