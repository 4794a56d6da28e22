import type { Relationship } from '../../../../items/configuration-item';
import { resourceKey } from '../../../../items/identity';
import { directRelationshipName } from '../../../../items/relationships';
import { normalizeType } from '../../../../items/resource-type';
import type { ObservationContext, ObservedResource } from '../../port';
import type { AwsResourceType } from '../resource-type';
import type { Edges } from './edges';
import { namesOtherEnd } from './named-ends';

const batchSize = 500;

/** Whether listing `teller` is what draws edges at resources of `type`: AWS Config shows them there, and `type` does not tell of them. */
export function drawsAt(teller: AwsResourceType, type: AwsResourceType): boolean {
  return (
    teller.tellsOf.includes(type.resourceType) &&
    !type.tellsOf.includes(teller.resourceType) &&
    directRelationshipName(type.resourceType, teller.resourceType) !== undefined
  );
}

/**
 * Resources of one type with their relationships: what any listing told of them, and for the types among `unlisted` that draw
 * edges here what was recorded last, so that a listing that failed changes nothing elsewhere.
 */
export async function* withRelationships(
  type: AwsResourceType,
  resources: AsyncIterable<ObservedResource>,
  edges: Edges,
  unlisted: readonly AwsResourceType[],
  context: ObservationContext,
): AsyncGenerator<ObservedResource> {
  const missing = new Set(
    unlisted.filter((other) => drawsAt(other, type)).map((other) => normalizeType(other.resourceType)),
  );
  for await (const batch of batches(resources)) {
    const last = missing.size > 0 ? await context.lastRelationships(batch) : undefined;
    for (const resource of batch) {
      context.signal.throwIfAborted();
      const drawn = relationshipsOf(resource, edges);
      const kept = (last?.get(resourceKey(resource)) ?? []).filter(
        (relationship) => missing.has(normalizeType(relationship.resourceType)) && !drawn.some(sameAs(relationship)),
      );
      yield { ...resource, relationships: [...drawn, ...kept] };
    }
  }
}

function relationshipsOf(resource: ObservedResource, edges: Edges): Relationship[] {
  const byId = edges.of(resource).flatMap(({ resourceType, resourceId, resourceName }): Relationship[] => {
    const name = directRelationshipName(resource.resourceType, resourceType);
    if (name === undefined) return [];
    const isNamed = resourceName !== undefined && namesOtherEnd(resource.resourceType, resourceType);
    return [{ resourceId, ...(isNamed ? { resourceName } : {}), resourceType, name }];
  });
  return [...byId, ...resource.relationships];
}

function sameAs(one: Relationship): (other: Relationship) => boolean {
  return (other) =>
    other.resourceId === one.resourceId &&
    other.name === one.name &&
    normalizeType(other.resourceType) === normalizeType(one.resourceType);
}

async function* batches(resources: AsyncIterable<ObservedResource>): AsyncGenerator<ObservedResource[]> {
  let batch: ObservedResource[] = [];
  for await (const resource of resources) {
    batch.push(resource);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
