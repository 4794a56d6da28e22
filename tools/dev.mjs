// `npm run dev`: the development server, with the environment that `npm start` gives.
import { spawn } from 'node:child_process';
import { freeAddress } from '../server/address.mjs';
import { nextBin, root } from '../server/command.mjs';
import { checkNode, install, loadEnvironmentFiles, SetupError, serverEnvironment } from '../server/prepare.mjs';

try {
  checkNode();
  loadEnvironmentFiles();
  const address = await freeAddress();
  await install('everything', () => console.log('Installing the dependencies…'));
  const child = spawn(process.execPath, [nextBin, 'dev', '-H', address.host, '-p', String(address.port)], {
    cwd: root,
    env: { ...serverEnvironment(address), NODE_ENV: 'development' },
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child by itself, as it shares our terminal; we only must not end before it.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill('SIGTERM'));
  child.on('close', (code) => process.exit(code ?? 1));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
