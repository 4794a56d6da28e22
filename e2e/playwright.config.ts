import { defineConfig, devices } from '@playwright/test';
import type { SnapscopeOptions } from './fixtures/test';

// The SDK's notice about Node 20 would stand in every report.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const isRoot = process.getuid?.() === 0;

export default defineConfig<object, SnapscopeOptions>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // A file at a time in each. While one waits for its server, the other has the processor.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    // Local times are shown on hover: a zone with minutes shows whether they are.
    timezoneId: 'Asia/Kolkata',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // What was done, logged and asked of the server. Its film and its copies of the page take a quarter of the processor's time; where a test
    // failed, its picture and the page in words are kept in any case.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    video: 'off',
    launchOptions: {
      executablePath: process.env.SNAPSCOPE_CHROMIUM,
      args: [
        // Chromium's sandbox refuses to run as root.
        ...(isRoot ? ['--no-sandbox'] : []),
        // The browser is to talk to our server and to nobody else.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
        '--disable-gpu',
      ],
    },
  },
  // All of it on the store that one has without settings; again on S3 what a user would see a difference of, and what only S3 has.
  projects: [
    { name: 'directory', grepInvert: /@s3/, use: { store: 'directory' } },
    { name: 's3', grep: /@both-stores|@s3/, use: { store: 's3' } },
  ],
});
