import type { JsonValue } from '../../items/configuration-item';
import { parseJson } from '../../json';
import { WireError } from '../errors';

/** Hashing and storing an item recurse; real configurations have some twenty levels. */
const maxDepth = 200;

/** Bytes: "The configuration JSON must not exceed 64 KB" (PutResourceConfig). */
const maxBytes = 64 * 1024;

/** Organizations whose types AWS keeps for itself (PutResourceConfig), and its own. */
const reservedOrganizations = new Set(['amzn', 'amazon', 'alexa', 'custom', 'aws']);

/**
 * Makes sure that a type is one that a caller may tell of. Snapscope has no registry of types, so any other than AWS's own will do.
 *
 * @throws WireError `ValidationException`.
 */
export function requireCustomType(resourceType: string): void {
  const [organization = ''] = resourceType.split('::');
  if (reservedOrganizations.has(organization.toLowerCase())) {
    const message = `You cannot use the organization name '${organization}' with custom resource types.`;
    throw new WireError('ValidationException', message);
  }
  if (!/^[a-zA-Z0-9]{2,64}::[a-zA-Z0-9]{2,64}::[a-zA-Z0-9]{2,64}$/.test(resourceType)) {
    const message = `The resource type '${resourceType}' is not valid: it must have the form Organization::Service::Resource.`;
    throw new WireError('ValidationException', message);
  }
}

/**
 * The configuration of a custom resource, which must be the text of a JSON object, of 64 KB at most, nested no deeper than anybody could read.
 *
 * @throws WireError `ValidationException`.
 */
export function parsedConfiguration(text: string): { [name: string]: JsonValue } {
  if (Buffer.byteLength(text) > maxBytes) {
    throw new WireError('ValidationException', 'The configuration must not exceed 64 KB.');
  }
  let json: unknown;
  try {
    json = parseJson(text);
  } catch {
    throw new WireError('ValidationException', 'The configuration is not valid JSON.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new WireError('ValidationException', 'The configuration must be a JSON object.');
  }
  if (nestsDeeper(json, maxDepth)) {
    throw new WireError('ValidationException', `The configuration must not nest deeper than ${maxDepth} levels.`);
  }
  return json as { [name: string]: JsonValue };
}

/** Level by level, since a recursion would end where the stack does. */
function nestsDeeper(json: object, levels: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; depth < levels; depth += 1) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}
