import { defineConfig } from '@playwright/test';

/** Real Chromium, real server, real extension; test/e2e/harness.ts starts them. */
export default defineConfig({
  testDir: 'test',
  testMatch: ['e2e/**/*.spec.ts', 'crash/**/*.spec.ts'],
  // Fails as it stands: after some kills Chromium reports "Unknown corruption" and deletes the origin's IndexedDB, which
  // a fresh log alone does not prevent (docs/decisions/0022). `npm run test:crash` runs it; it comes back here mended.
  testIgnore: process.env.SOUNDING_CRASH_ROUNDS ? [] : ['crash/call.spec.ts'],
  fullyParallel: true,
  workers: 2,
  // A test that needs a second try is broken.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  outputDir: 'test-results',
  use: {
    launchOptions: { executablePath: process.env.SOUNDING_CHROMIUM ?? '/usr/bin/chromium' },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    // A press that finds nothing says so, rather than waiting for the whole test's time.
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
  },
});
