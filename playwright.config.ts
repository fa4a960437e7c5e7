import { defineConfig } from '@playwright/test';

const specs = ['e2e/**/*.spec.ts', 'crash/**/*.spec.ts'];
/** One test of many minutes, or many that follow each other in one browser. */
const long = ['crash/{call,kill}.spec.ts', 'e2e/{million,overlay,wholeJob}.spec.ts'];
/** Types at a person's pace for minutes, and leaves the machine alone meanwhile. */
const typing = ['e2e/fortyNotes.spec.ts'];

const chromium = process.env.SOUNDING_CHROMIUM ?? '/usr/bin/chromium';
/**
 * Chromium without the windows around its pages starts and draws in three quarters of the time: screens are looked at in
 * it where it is there. A million answers, the extension and what the browser itself offers are tried in the whole
 * browser: there the specs say so (docs/decisions/0040).
 */
const pagesAlone = process.env.SOUNDING_HEADLESS_SHELL ?? chromium;

/** Real Chromium, real server, real extension; test/e2e/harness.ts starts them. */
export default defineConfig({
  testDir: 'test',
  // Begun last, a long test would have the other worker wait: projects are begun in their order.
  projects: [
    { name: 'typing', testMatch: typing, workers: 1, use: { launchOptions: { executablePath: chromium } } },
    { name: 'long', testMatch: long, workers: 2, use: { launchOptions: { executablePath: chromium } } },
    { name: 'short', testMatch: specs, testIgnore: [...long, ...typing], workers: 2 },
  ],
  fullyParallel: true,
  // Two for the two cores, and one that types.
  workers: 3,
  // A test that needs a second try is broken.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  outputDir: 'test-results',
  use: {
    // There is no graphics card to draw with.
    launchOptions: { executablePath: pagesAlone, args: ['--disable-gpu'] },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    // A press that finds nothing says so, rather than waiting for the whole test's time.
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
  },
});
