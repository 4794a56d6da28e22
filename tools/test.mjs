// `npm test`: every check and test, whatever they need installed first. `npm test -- checks|unit|contract|browser [filter…]` for
// one lane, `--coverage` for what the unit tests, or the contract tests, cover. The last line counts it all: N passed, N failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../server/command.mjs';
import { build, checkNode, install, nextEnvironment, SetupError } from '../server/prepare.mjs';
import { findChromium } from './chromium.mjs';
import { runBin } from './command.mjs';

/**
 * @typedef {{ passed?: number, failed?: number, skipped?: number, output?: string, note?: string }} Result
 *   What came out of a step; `output` is shown when something failed, `note` always.
 */

const lanes = ['checks', 'unit', 'contract', 'browser'];
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const coverage = process.argv.includes('--coverage');
const lane = words.find((word) => lanes.includes(word));
const filters = lane ? words.filter((word) => word !== lane) : [];
const reports = join(root, '.cache', 'test-reports');
const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} name @param {() => Promise<Result>} work */
async function step(name, work) {
  const started = Date.now();
  if (process.stdout.isTTY) process.stdout.write(`… ${name}\r`);
  const result = await work().catch((error) => ({
    failed: 1,
    output: error instanceof SetupError ? error.message : error.stack,
  }));
  const { passed = 0, failed = 0, skipped = 0, output = '', note = '' } = /** @type {Result} */ (result);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const counts = passed + failed + skipped > 1 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  console.log(`${failed ? '✗' : '✓'} ${name.padEnd(14)} ${seconds.padStart(8)}  ${counts || note}`.trimEnd());
  if (failed) console.log(`\n${output.trim()}\n`);
  return failed === 0;
}

/** A command that passes or fails as a whole. @param {{ ok: boolean, output: string }} ended @returns {Result} */
const one = ({ ok, output }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, output });

/** A test runner's own report; a run that failed without a failed test counts as one. @param {string} name @param {{ ok: boolean, output: string }} ended @param {(report: any) => { passed: number, failed: number, skipped: number }} count @returns {Result} */
function counted(name, { ok, output }, count) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = count(JSON.parse(readFileSync(join(reports, `${name}.json`), 'utf8')));
  } catch (error) {
    output += `\nThe report of ${name} cannot be read: ${error}\n`;
    ok = false;
  }
  return { ...counts, failed: counts.failed || (ok ? 0 : 1), output };
}

/** @param {string} name @param {string[]} args */
async function vitest(name, args) {
  const json = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, `${name}.json`)}`];
  return counted(name, await runBin('vitest', ['run', ...json, ...args]), (report) => ({
    passed: report.numPassedTests,
    // A file that cannot be loaded has no tests that could fail.
    failed:
      report.numFailedTests +
      report.testResults.filter(
        (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
      ).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/** @param {string[]} args */
async function playwright(args) {
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json') };
  const ended = await runBin(
    'playwright',
    ['test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json', ...args],
    { env },
  );
  return counted('browser', ended, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }));
}

/** The programs of others that the tests hold ours against. @returns {Promise<Result>} */
async function emulators() {
  /** @type {[name: string, command: string, args: string[]][]} */
  const wanted = [
    ['moto_server', 'moto_server', ['--help']],
    ['aws', 'aws', ['--version']],
    ['python3 with boto3', 'python3', ['-c', 'import boto3']],
    ['python3 with networkx', 'python3', ['-c', 'import networkx']],
  ];
  const found = await Promise.all(wanted.map(([, command, args]) => run(command, args, { timeoutSeconds: 120 })));
  const missing = wanted.filter((_, index) => !found[index]?.ok).map(([name]) => name);
  if (missing.length === 0) return { note: wanted.map(([name]) => name).join(', ') };
  const said = `not found: ${missing.join(', ')}`;
  if (process.env.REQUIRE_PEERS !== '1') return { note: `${said}; the tests that need them are skipped` };
  return {
    failed: 1,
    output: `${said}. REQUIRE_PEERS=1 demands them: pip install 'moto[server]' awscli boto3 networkx`,
  };
}

async function checks() {
  await step('types', async () => {
    // The types of routes and of Next.js itself are made, not kept.
    const generated = await runBin('next', ['typegen'], { env: nextEnvironment });
    return one(generated.ok ? await runBin('tsc', ['--noEmit']) : generated);
  });
  await step('lint', async () => one(await runBin('biome', ['check', '--error-on-warnings', '.'])));
  await step('import rules', () => vitest('import-rules', ['tools/imports']));
  await step('unused code', async () => one(await runBin('knip', ['--no-progress'])));
}

/** @param {'unit' | 'contract'} name */
async function inVitest(name) {
  await step(`${name} tests`, async () => {
    const result = await vitest(name, [
      `--project=${name}`,
      '--exclude=tools/imports/**',
      ...(coverage ? ['--coverage', `--coverage.reportsDirectory=coverage/${name}`] : []),
      ...filters,
    ]);
    return coverage ? { ...result, note: result.output } : result;
  });
}

async function browser() {
  const found = await step('chromium', async () => {
    const { path, output } = await findChromium();
    if (path) process.env.SNAPSCOPE_CHROMIUM = path;
    return path ? { note: path } : { failed: 1, output };
  });
  const built = await step('build', async () => {
    await build(() => {});
    return { passed: 1 };
  });
  await step('browser tests', async () => {
    if (found && built) return playwright(filters);
    return {
      failed: 1,
      output: `Not run: there is no ${built ? 'browser to run them in' : 'build to run them against'}.`,
    };
  });
}

checkNode();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
if (words.length > 0 && !lane) {
  console.error(`npm test -- ${words.join(' ')}: the lanes are ${lanes.join(', ')}; none runs all of them.`);
  process.exit(2);
}
const installed = await step('dependencies', async () => {
  await install('everything', () => {});
  return {};
});
if (installed) {
  if (!lane || lane === 'checks') await checks();
  if (!lane || lane === 'unit') await inVitest('unit');
  if (!lane || lane === 'contract') {
    await step('emulators', emulators);
    await inVitest('contract');
  }
  if (!lane || lane === 'browser') await browser();
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed ? 1 : 0;
