import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const contract = '**/*.contract.test.{ts,tsx}';
const exclude = ['node_modules/**', '**/.next/**', '.cache/**', 'data/**'];

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What mostly waits for servers, tries and leases: begun first, it does not keep everybody waiting in the end. */
const waiting = /\/e2e\/servers\/|\/(faults|killed-sender|embedded)\.contract/;

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const [first, others] = [true, false].map((is) => sorted.filter(({ moduleId }) => waiting.test(moduleId) === is));
    return [...(first ?? []), ...(others ?? [])];
  }
}

export default defineConfig({
  resolve: {
    alias: {
      '@': here('.'),
      // Next.js gives it its meaning; in a test there is no browser bundle to keep code out of.
      'server-only': here('node_modules/server-only/empty.js'),
    },
  },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: WaitingFirst },
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, contract],
          // They leave nothing behind in the process, and loading the same modules for each file took most of their time.
          isolate: false,
          unstubGlobals: true,
          testTimeout: 5_000,
          // What is polled for has as long as its test, less a moment to say what was missing.
          expect: { poll: { timeout: 4_500 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: [contract],
          exclude,
          // While some wait for a server, others have the processors.
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
          globalSetup: 'lib/database/test-server.ts',
          // They start real servers (PostgreSQL, an S3 twin) on machines that are busy with other things.
          testTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: 300_000,
        },
      },
    ],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    coverage: {
      provider: 'v8',
      include: ['app/**', 'components/**', 'lib/**'],
      exclude: ['**/*.test.*', '**/*-contract.ts', '**/test-*.ts', '**/test-*/**'],
      reporter: ['text-summary', 'html'],
    },
  },
});
