/** `npm run check`: types, lint and unit tests; about two minutes, run it often. */
import { checkStatically, runTool } from './steps.ts';

const results = await checkStatically();
const unit = await runTool(
  'node_modules/vitest/vitest.mjs',
  [
    'run',
    '--config',
    'vite.config.ts',
    '--mode',
    'test',
    '--exclude',
    'test/crash/**',
    ...process.argv.slice(2),
  ],
  true,
);
process.exit(results.every((r) => r.passed) && unit.code === 0 ? 0 : 1);
