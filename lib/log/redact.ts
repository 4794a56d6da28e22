/** What stands in place of a secret. */
export const redacted = '[redacted]';

/** Shorter ones would be found in ordinary words; a database's password is also told by its place in a URL. */
const shortestSecret = 6;

/** Secrets by the form in which they come, whoever's they are. */
const forms: [found: RegExp, shown: string][] = [
  // The password of a URL.
  [/(\w:\/\/[^\s"'/@:]*:)[^\s"'/@]+@/g, `$1${redacted}@`],
  // Signature Version 4, in a header and in a presigned URL.
  [/(Signature=)[0-9a-f]{16,}/gi, `$1${redacted}`],
  [/(X-Amz-Security-Token=)[^&\s"']+/gi, `$1${redacted}`],
  [/\b(Bearer|Basic) [\w+/=.~-]{8,}/gi, `$1 ${redacted}`],
];

/**
 * A function that takes secrets out of a line of JSON.
 * @param secrets values that must never be shown: keys, passwords, addresses that are secret
 */
export function createRedaction(secrets: readonly string[]): (line: string) => string {
  const values = new Set(
    secrets
      .filter((secret) => secret.length >= shortestSecret)
      // In the line they stand as JSON writes them.
      .map((secret) => JSON.stringify(secret).slice(1, -1)),
  );
  // A secret that holds another one goes first.
  const longestFirst = [...values].sort((a, b) => b.length - a.length);
  return (line) => {
    const known = longestFirst.reduce((text, secret) => text.replaceAll(secret, redacted), line);
    return forms.reduce((text, [found, shown]) => text.replace(found, shown), known);
  };
}

/** Fields whose values are secrets, whatever they are: headers above all. */
const secretFields = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'secretAccessKey',
  'sessionToken',
  '["x-amz-security-token"]',
];

/** The same as paths of pino: at the top, and up to two levels below. */
export const secretPaths = secretFields.flatMap((field) => {
  const below = field.startsWith('[') ? field : `.${field}`;
  return [field, `*${below}`, `*.*${below}`];
});
