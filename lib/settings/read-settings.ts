import { type AccessKeySetting, AccessKeysError, parseAccessKeys } from './access-keys';
import { arrange } from './arrange';
import { processVariables, readValues, type Variables } from './environment';
import type { Settings } from './settings';
import { type SettingProblem, SettingsError } from './settings-error';
import { unknownNames } from './unknown-names';
import { endpointUrl } from './values';

/**
 * Reads the settings.
 * @throws SettingsError that names every setting that is wrong, contradictory or half given, and what it should be
 */
export function readSettings(env: Variables = processVariables()): Settings {
  const { values, problems: wrong } = readValues(env);
  const problems = [...unknownNames(env), ...wrong, ...contradictions(env)];
  if (env.SNAPSCOPE_ALERT_WEBHOOK_SECRET && !env.SNAPSCOPE_ALERT_WEBHOOK_URL) {
    problems.push({ name: 'SNAPSCOPE_ALERT_WEBHOOK_URL', problem: 'must be set with SNAPSCOPE_ALERT_WEBHOOK_SECRET' });
  }
  const accessKeys = readAccessKeys(env, values?.SNAPSCOPE_ACCOUNT_ID ?? '', problems);
  if (!values || problems.length > 0) throw new SettingsError(oneEach(problems));
  return arrange(values, accessKeys);
}

const awsSourceNames = [
  'SNAPSCOPE_AWS_ROLE_ARN',
  'SNAPSCOPE_AWS_EXTERNAL_ID',
  'SNAPSCOPE_AWS_CLOUD_CONTROL_TYPES',
] as const;

function contradictions(env: Variables): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const need = (name: string, reason: string) => {
    if (!env[name]) problems.push({ name, problem: `must be set ${reason}` });
  };
  const fromAws = env.SNAPSCOPE_SOURCES?.split(',').some((source) => source.trim() === 'aws') ?? false;
  if (env.SNAPSCOPE_AWS_EXTERNAL_ID) need('SNAPSCOPE_AWS_ROLE_ARN', 'with SNAPSCOPE_AWS_EXTERNAL_ID');
  for (const name of awsSourceNames) {
    if (env[name] && !fromAws)
      problems.push({ name, problem: 'is for the source aws, which SNAPSCOPE_SOURCES does not name' });
  }
  if (env.SNAPSCOPE_STORE !== 's3' && !fromAws) return problems;
  if (env.SNAPSCOPE_STORE === 's3')
    need('SNAPSCOPE_BUCKET', 'when SNAPSCOPE_STORE is s3: bucket names are shared by all of AWS');
  if (env.AWS_SECRET_ACCESS_KEY || env.AWS_SESSION_TOKEN) need('AWS_ACCESS_KEY_ID', 'with the other AWS credentials');
  if (env.AWS_ACCESS_KEY_ID || env.AWS_SESSION_TOKEN) need('AWS_SECRET_ACCESS_KEY', 'with the other AWS credentials');
  for (const name of ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL']) {
    const issue = env[name] ? endpointUrl.safeParse(env[name]).error?.issues[0] : undefined;
    if (issue !== undefined) problems.push({ name, problem: issue.message });
  }
  return problems;
}

function readAccessKeys(env: Variables, accountId: string, problems: SettingProblem[]): AccessKeySetting[] {
  if (!env.SNAPSCOPE_ACCESS_KEYS) return [];
  try {
    return parseAccessKeys(env.SNAPSCOPE_ACCESS_KEYS, accountId);
  } catch (error) {
    if (!(error instanceof AccessKeysError)) throw error;
    problems.push({ name: 'SNAPSCOPE_ACCESS_KEYS', problem: error.message });
    return [];
  }
}

function oneEach(problems: SettingProblem[]): SettingProblem[] {
  return problems.filter(({ name }, index) => problems.findIndex((other) => other.name === name) === index);
}
