import { processVariables, type Variables } from './environment';
import type { Settings } from './settings';

/** Variables that are secrets as a whole and that others than us read. */
const awsSecrets = ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/**
 * Every value of the settings that must never be shown: what the log takes out of its lines. An access key's ID is none, its secret is;
 * of a database's URL the password, as it stands there and as it is meant.
 */
export function secretValues(
  { accessKeys, alertWebhook, database, sources }: Settings,
  env: Variables = processVariables(),
): string[] {
  const externalIds = sources.map((source) => (source.kind === 'aws' ? source.role?.externalId : undefined));
  const values: (string | null | undefined)[] = [
    ...accessKeys.map(({ secretAccessKey }) => secretAccessKey),
    alertWebhook?.url,
    alertWebhook?.secret,
    ...(database.kind === 'url' ? passwordsOf(new URL(database.url)) : []),
    ...externalIds,
    ...awsSecrets.map((name) => env[name]),
  ];
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

/** The driver takes passwords as parameters too. */
function passwordsOf({ password, searchParams }: URL): (string | null)[] {
  return [password, decodeURIComponent(password), searchParams.get('password'), searchParams.get('sslpassword')];
}
