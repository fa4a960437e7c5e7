/** `npm run dev`: app, server and extension, each reloading as its sources change. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './steps.ts';

const parts: readonly (readonly [string, readonly string[]])[] = [
  [
    'server',
    [
      '--watch',
      join(root, 'server/main.ts'),
      '--port',
      '4602',
      '--data',
      join(root, 'data'),
      '--allow-origin',
      'http://127.0.0.1:4600',
    ],
  ],
  ['app', [join(root, 'node_modules/vite/bin/vite.js'), '--mode', 'pwa']],
  ['extension', [join(root, 'node_modules/vite/bin/vite.js'), '--mode', 'extension']],
];
const running = parts.map(([name, args]) => {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream
      .setEncoding('utf8')
      .on('data', (text: string) => process.stdout.write(text.replace(/^(?=.)/gm, `${name.padEnd(9)} `)));
  }
  return child;
});
const stop = () => {
  for (const child of running) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
for (const child of running) child.on('exit', stop);
