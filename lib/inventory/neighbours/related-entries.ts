import type { Queryable } from '../../database/database';
import type { JsonValue, Relationship } from '../../items/configuration-item';
import { type DerivedEdge, derivedEdges, typesWithDerivedEdges } from '../../items/derived-edges';
import type { ResourceIdentity, ResourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { Scope } from '../../items/scope';
import { recordedNow } from '../current/recorded-now';

/** A recorded resource with what it is related to: all that a graph needs of it. */
export interface RelatedEntry extends ResourceIdentity {
  resourceName?: string;
  /** The value of the tag `Name`. */
  nameTag?: string;
  relationships: readonly Relationship[];
  /** What its configuration tells beyond them. */
  derived: readonly DerivedEdge[];
}

/** The existing ones among `resources`, in their order. The rest of their items stays in the database. */
export async function findRelatedEntries(
  database: Queryable,
  scope: Scope,
  resources: readonly ResourceKey[],
): Promise<RelatedEntry[]> {
  const { rows } = await database.query<{
    resource_type: string;
    resource_id: string;
    resource_name: string | null;
    aws_region: string | null;
    name_tag: string | null;
    relationships: Relationship[];
    configuration: JsonValue;
    supplementary: { [name: string]: JsonValue } | null;
  }>(
    `SELECT i.resource_type, i.resource_id, i.resource_name, i.body ->> 'awsRegion' AS aws_region,
       i.body -> 'tags' ->> 'Name' AS name_tag,
       i.body -> 'relationships' AS relationships,
       CASE WHEN i.type_key = ANY ($5) THEN i.body -> 'configuration' END AS configuration,
       CASE WHEN i.type_key = ANY ($5) THEN i.body -> 'supplementaryConfiguration' END AS supplementary
     FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS wanted (type_key, resource_id, place)
     JOIN configuration_items i ON i.account_id = $1 AND i.region = $2 AND i.is_current AND ${recordedNow('i.')}
       AND i.type_key = wanted.type_key AND i.resource_id = wanted.resource_id
     ORDER BY wanted.place`,
    [
      scope.accountId,
      scope.region,
      resources.map(({ resourceType }) => normalizeType(resourceType)),
      resources.map(({ resourceId }) => resourceId),
      typesWithDerivedEdges.map(normalizeType),
    ],
  );
  return rows.map((row) => ({
    accountId: scope.accountId,
    region: row.aws_region || scope.region,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    resourceName: row.resource_name ?? undefined,
    nameTag: row.name_tag ?? undefined,
    relationships: row.relationships,
    derived: derivedEdges({
      awsAccountId: scope.accountId,
      awsRegion: row.aws_region ?? scope.region,
      resourceType: row.resource_type,
      resourceId: row.resource_id,
      configuration: row.configuration,
      supplementaryConfiguration: row.supplementary ?? {},
      relationships: row.relationships,
    }),
  }));
}
