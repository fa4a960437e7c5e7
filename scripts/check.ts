/** `npm run check`: types, lint and the tests that stand beside the code; under a minute, run it often. */
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
    // What crosses a border, or starts processes, is for `npm test`.
    '--project=shared',
    '--project=apart',
    ...process.argv.slice(2),
  ],
  true,
);
process.exit(results.every((r) => r.passed) && unit.code === 0 ? 0 : 1);
