import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';

const guard = `import { guardOutput } from '${join(__dirname, 'output.mjs')}'; guardOutput();`;
const children: ChildProcess[] = [];

/** A process that guards its output and then does as `program` says; it has a channel to us. */
function run(program: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${guard}\n${program}`], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  if (!child.stdout || !child.stderr) throw new Error('There is nothing to read from.');
  return { child, output: child.stdout, errors: child.stderr };
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

test('a process goes on when nobody reads what it prints any more', async () => {
  const { child, output, errors } = run(`
    process.on('message', async () => {
      for (let line = 0; line < 1000; line++) {
        console.log('line', line);
        console.error('line', line);
        await new Promise((resolve) => process.stderr.write('written\\n', resolve));
      }
      process.send('alive');
    });
    process.send('ready');
  `);
  await once(child, 'message');
  output.destroy();
  errors.destroy();
  child.send('write');
  expect(await once(child, 'message')).toEqual(['alive', undefined]);
});

test('what nobody reads takes no memory without end, and the reader is told how much is missing', async () => {
  const { child, errors } = run(`
    for (let line = 0; line < 10_000; line++) process.stderr.write('x'.repeat(1023) + '\\n');
    process.send(process.stderr.writableLength);
    process.on('message', () => {
      process.stderr.write('the last\\n');
      process.disconnect();
    });
  `);
  const [waiting] = await once(child, 'message');
  expect(waiting).toBeGreaterThan(0);
  expect(waiting).toBeLessThan(1_100_000);

  const lines: string[] = [];
  errors.setEncoding('utf8').on('data', (chunk: string) => lines.push(chunk));
  // What waited is read by then.
  while (lines.join('').length < waiting) await once(errors, 'data');
  child.send('go on');
  await once(child, 'close');
  const [, dropped = 0] = /^(\d+) messages were dropped here/m.exec(lines.join('')) ?? [];
  expect(Number(dropped)).toBeGreaterThan(5_000);
  expect(lines.join('').endsWith('the last\n')).toBe(true);
});

test('what is read is written as it stands', async () => {
  const { output } = run(`console.log('one'); process.stdout.write('two\\n'); process.disconnect();`);
  expect(await text(output)).toBe('one\ntwo\n');
});
