import { spawn, spawnSync } from 'node:child_process';

/** Whether `moto_server` can be started here; `REQUIRE_PEERS=1` says that it must. */
export function motoMissing(): string | undefined {
  if (process.env.REQUIRE_PEERS === '1' || spawnSync('moto_server', ['--help']).status === 0) return undefined;
  return 'moto_server is not on the PATH (pip install "moto[server]")';
}

export interface Moto {
  /** `http://127.0.0.1:<port>`, speaking S3, SNS and the rest of AWS from memory. */
  endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts an AWS of our own on a free port of 127.0.0.1. Any credentials are taken. `stop` ends exactly this process; it also
 * ends with the process that started it.
 */
export async function startMoto(): Promise<Moto> {
  // Port 0: the system chooses, and the server says what it got.
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => {
    server.once('close', () => resolve());
    server.once('error', () => resolve());
  });
  const end = () => server.kill('SIGKILL');
  process.once('exit', end);
  async function stop(): Promise<void> {
    server.kill('SIGTERM');
    await ended;
    process.removeListener('exit', end);
  }
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      // Kept only until the address is known: afterwards each request is a line.
      if (said === 'known') return;
      said += chunk.toString();
      const address = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (address === undefined) return;
      said = 'known';
      resolve(address);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('error', (error) => reject(new Error(`moto_server did not start: ${error.message}`)));
    server.once('close', (code) => reject(new Error(`moto_server ended with code ${code}: ${said}`)));
  });
  return { endpoint, stop };
}
