import { z } from 'zod';
import { DomainError } from '../../errors';

const bodyLimit = 64 * 1024;

/**
 * The query of a request, checked against `schema`. A list is a repeated name (`types=A&types=B`).
 *
 * @throws DomainError `InvalidRequest` that names each wrong parameter.
 */
export function readQuery<Shape extends z.ZodRawShape>(
  request: Request,
  schema: z.ZodObject<Shape>,
): z.infer<z.ZodObject<Shape>> {
  const query = new URL(request.url).searchParams;
  const given: [string, string | string[]][] = [];
  for (const name of new Set(query.keys())) {
    if (!Object.hasOwn(schema.shape, name)) continue;
    const values = query.getAll(name);
    given.push([name, isList(schema.shape[name]) ? values : (values.at(-1) ?? '')]);
  }
  return checked(schema, Object.fromEntries(given));
}

/**
 * The varying parts of a route's path, checked against `schema`.
 *
 * @throws DomainError `InvalidRequest` that names each wrong part.
 */
export function readParts<Schema extends z.ZodObject>(parts: Record<string, string>, schema: Schema): z.infer<Schema> {
  return checked(schema, parts);
}

function isList(schema: unknown): boolean {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return isList(schema.unwrap());
  return schema instanceof z.ZodArray;
}

/**
 * The JSON body of a request, checked against `schema`. At most 64 KiB.
 *
 * @throws DomainError `InvalidRequest` where it is no JSON, too large, or does not fit.
 */
export async function readBody<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    throw new DomainError(
      'invalid',
      'InvalidRequest',
      'The body should be JSON, sent with Content-Type: application/json.',
    );
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted as it arrives: the declared length may be absent or wrong.
  for await (const chunk of bodyChunks(request)) {
    size += chunk.length;
    if (size > bodyLimit) throw new DomainError('invalid', 'InvalidRequest', 'The body is larger than 64 KiB.');
    chunks.push(chunk);
  }
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw new DomainError('invalid', 'InvalidRequest', 'The body is not JSON.', { cause });
  }
  return checked(schema, value);
}

async function* bodyChunks(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

/**
 * A page of another site must not be able to act in the user's name: for every request that may change something.
 *
 * @throws DomainError `ForeignOrigin`.
 */
export function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  // Browsers write it themselves and no page can change it; programs send none.
  const site = request.headers.get('sec-fetch-site') ?? 'none';
  const ownOrigin = origin === null || (URL.canParse(origin) && new URL(origin).host === request.headers.get('host'));
  if (ownOrigin && (site === 'same-origin' || site === 'none')) return;
  throw new DomainError('denied', 'ForeignOrigin', `Requests from pages of ${origin ?? 'another site'} are refused.`);
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const reasons = result.error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`);
  throw new DomainError('invalid', 'InvalidRequest', `The request is not understood. ${reasons.join('; ')}`);
}
