import type { Queryable } from '../../database/database';
import { type ResourceKey, resourceKey } from '../../items/identity';
import { readArn } from '../../items/read-arn';
import type { Scope } from '../../items/scope';
import { findLatest } from '../current/latest';
import { findIdsByName } from '../search/search';

/** The other end of a relationship as it is told: by id, by name, or both. */
interface OtherEnd {
  resourceType: string;
  resourceId?: string;
  resourceName?: string;
}

/** The key of what is told by its id; nothing of what is not. */
export function keyOf({ resourceType, resourceId }: OtherEnd): ResourceKey[] {
  return resourceId ? [{ resourceType, resourceId }] : [];
}

/**
 * The same ends, each with its id: by the name where that alone is told, and by what an ARN ends in where nothing is recorded under the
 * ARN itself. A cluster of ECS and an alarm go by their names, and a task definition by its family, while others name them by their ARNs.
 * What cannot be found stays as it was told.
 */
export async function withIds<End extends OtherEnd>(
  database: Queryable,
  scope: Scope,
  ends: readonly End[],
): Promise<End[]> {
  const unnamed = ends.flatMap(({ resourceType, resourceId, resourceName }) =>
    !resourceId && resourceName ? [{ resourceType, resourceName }] : [],
  );
  const idsByName = unnamed.length > 0 ? await findIdsByName(database, scope, unnamed) : new Map<string, string>();
  const arns = ends.flatMap(keyOf).filter(({ resourceId }) => resourceId.startsWith('arn:'));
  const known = await findLatest(database, scope, arns);
  const idsByArn = await resolveArns(
    database,
    scope,
    arns.filter((key) => !known.has(resourceKey(key))),
  );
  return ends.map((one) => {
    const { resourceType, resourceId, resourceName = '' } = one;
    const id = resourceId
      ? (idsByArn.get(resourceKey({ resourceType, resourceId })) ?? resourceId)
      : idsByName.get(resourceKey({ resourceType, resourceId: resourceName }));
    return { ...one, resourceId: id };
  });
}

async function resolveArns(
  database: Queryable,
  scope: Scope,
  arns: readonly ResourceKey[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const told = arns.map((key) => ({ ...key, endings: readArn(key.resourceId)?.endings ?? [] }));
  const candidates = told.flatMap(({ resourceType, endings }) =>
    endings.map((resourceId) => ({ resourceType, resourceId, resourceName: resourceId })),
  );
  if (candidates.length === 0) return found;
  const byId = await findLatest(database, scope, candidates);
  const byName = await findIdsByName(database, scope, candidates);
  for (const { resourceType, resourceId, endings } of told) {
    for (const ending of endings) {
      const key = resourceKey({ resourceType, resourceId: ending });
      const id = byId.has(key) ? ending : byName.get(key);
      if (id === undefined) continue;
      found.set(resourceKey({ resourceType, resourceId }), id);
      break;
    }
  }
  return found;
}
