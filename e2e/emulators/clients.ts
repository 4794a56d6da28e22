import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** Why a program of others cannot be run here; undefined where it can, or where `REQUIRE_PEERS=1` says that it must. */
export function programMissing(command: string, ...args: string[]): string | undefined {
  if (process.env.REQUIRE_PEERS === '1' || spawnSync(command, args).status === 0) return undefined;
  return `\`${[command, ...args].join(' ')}\` does not run here`;
}

const run = promisify(execFile);

/**
 * Runs text in a shell that knows nothing of AWS but what the text says, and gives what it printed.
 * @throws with all that it printed when it fails
 */
export async function runInShell(text: string, home: string): Promise<string> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    PATH: process.env.PATH,
    HOME: home,
    AWS_PAGER: '',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: '1',
  };
  const { stdout } = await run('sh', ['-e', '-c', text], { env, timeout: 60_000 });
  return stdout;
}
