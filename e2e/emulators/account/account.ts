import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { motoMissing } from '../moto';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('.', import.meta.url));

/** Why no account can be built here; undefined where it can, or where `REQUIRE_PEERS=1` says that it must. */
export function accountMissing(): string | undefined {
  const missing = motoMissing();
  if (missing !== undefined || process.env.REQUIRE_PEERS === '1') return missing;
  return spawnSync('python3', ['-c', 'import boto3']).status === 0 ? undefined : 'boto3 is not installed';
}

/** Runs a script of this folder against an AWS of our own; gives the JSON that it printed. */
async function python(script: string, ...args: string[]): Promise<unknown> {
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'test', PATH: process.env.PATH, PYTHONDONTWRITEBYTECODE: '1' };
  const { stdout } = await run('python3', [script, ...args], { cwd: folder, env, maxBuffer: 1 << 28 });
  return JSON.parse(stdout);
}

/** What `build.py` made: ids by part and name. */
export interface BuiltAccount {
  network: {
    vpcs: { vpc: string; subnets: string[]; gateway: string; table: string; groups: string[] }[];
    [name: string]: unknown;
  };
  compute: {
    instances: { instance: string; volume: string; subnet: string; vpc: string }[];
    address: string;
    networkInterface: string;
    launchTemplate: string;
    [name: string]: unknown;
  };
  balancing: { classic: string; loadBalancer: string; targetGroup: string; listener: string };
  databases: { instance: string; cluster: string; snapshot: string };
  identity: { [name: string]: string };
  storage: { [name: string]: string };
  programs: { [name: string]: string };
}

/** Builds the account of the part_*.py files, by boto3. */
export async function buildAccount(endpoint: string): Promise<BuiltAccount> {
  return (await python('build.py', endpoint)) as BuiltAccount;
}

/** What AWS's describe calls say through boto3, by resource type and id. */
export async function describeAccount(
  endpoint: string,
): Promise<{ [type: string]: { [id: string]: Record<string, unknown> } }> {
  return (await python('describe.py', endpoint)) as Awaited<ReturnType<typeof describeAccount>>;
}

/** Changes the account: `call(service, operation, parameters)` as boto3 has them, one after the other. */
export async function change(
  endpoint: string,
  ...calls: [service: string, operation: string, parameters: object][]
): Promise<unknown[]> {
  return (await python('call.py', endpoint, JSON.stringify(calls))) as unknown[];
}
