/** `npm test`: types, lint, unit tests, then the real parts in a real browser. Ends with `N passed, N failed`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStatically, root, runTool } from './steps.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: string[];
}

interface VitestReport {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { status: string; results: { status: string }[] }[] }[];
}

const folder = mkdtempSync(join(tmpdir(), 'sounding-test-'));

/** A runner that ends badly without a failed test (a crash, a test that does not load) counts as one failure. */
const orCrash = (failed: number, code: number): number => (failed === 0 && code !== 0 ? 1 : failed);

async function runStatic(): Promise<Count> {
  const checks = await checkStatically();
  const passed = checks.filter((c) => c.passed).length;
  return { passed, failed: checks.length - passed, skipped: [] };
}

async function runUnit(args: readonly string[]): Promise<Count> {
  const report = join(folder, 'unit.json');
  const { code } = await runTool(
    'node_modules/vitest/vitest.mjs',
    [
      'run',
      '--config',
      'vite.config.ts',
      '--mode',
      'test',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    true,
  );
  const read = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  const skipped = read.testResults.flatMap((file) =>
    file.assertionResults
      .filter((t) => t.status !== 'passed' && t.status !== 'failed')
      .map((t) => t.fullName),
  );
  return { passed: read.numPassedTests, failed: orCrash(read.numFailedTests, code), skipped };
}

async function runBrowser(args: readonly string[]): Promise<Count> {
  const report = join(folder, 'browser.json');
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = report;
  const { code } = await runTool(
    'node_modules/@playwright/test/cli.js',
    ['test', '--reporter=list,json', ...args],
    true,
  );
  const count: Count = { passed: 0, failed: 0, skipped: [] };
  const walk = (suite: PlaywrightSuite, trail: string): void => {
    for (const inner of suite.suites ?? []) walk(inner, `${trail}${inner.title} > `);
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        // "flaky" means it failed once: that is a failure here.
        if (test.status === 'expected') count.passed++;
        else if (test.status === 'skipped') count.skipped.push(trail + spec.title);
        else count.failed++;
      }
    }
  };
  const read = JSON.parse(readFileSync(report, 'utf8')) as { suites: PlaywrightSuite[] };
  for (const suite of read.suites) walk(suite, '');
  count.failed = orCrash(count.failed, code);
  return count;
}

// Most tests of servers and tools start a process: each then reads what the first one compiled.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/node');
const started = Date.now();
const crashOnly = process.argv.includes('--crash');
const counts: Count[] = [];
if (crashOnly) {
  process.env.SOUNDING_CRASH_ROUNDS ??= '300';
  process.env.SOUNDING_CONVERGENCE_CASES ??= '10000';
  counts.push(
    await runUnit(['test/crash', 'test/sync/convergence']),
    // One browser at a time: beside two that are killed and started again a warning within a second comes later.
    await runBrowser(['test/crash', '--workers=1']),
  );
} else {
  // One after the other: beside each other they take the processor from one another, and what says "within a second" fails.
  counts.push(await runStatic(), await runUnit([]), await runBrowser([]));
}
rmSync(folder, { recursive: true, force: true });

const sum = (of: (c: Count) => number) => counts.reduce((n, c) => n + of(c), 0);
const skipped = counts.flatMap((c) => c.skipped);
const failed = sum((c) => c.failed);
console.log(`\nTook ${Math.round((Date.now() - started) / 1000)} s.`);
// Named above the last line, which has one form whatever was left out.
if (skipped.length > 0) console.log(`${skipped.length} skipped:`);
for (const name of skipped) console.log(`  ${name}`);
console.log(`${sum((c) => c.passed)} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
