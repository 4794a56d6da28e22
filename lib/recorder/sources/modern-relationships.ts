import type { ConfigurationItem, Relationship } from '../../items/configuration-item';
import { relationshipName, spelledType } from '../../items/relationships';

/**
 * The relationships of an item as AWS Config writes them today: items of 2014 (version 1.0) say "Attached Volume" for "Is attached to
 * Volume", and write the type of a subnet as `AWS::EC2::SUBNET`. What AWS draws no more keeps the name that it has.
 */
export function modernRelationships({
  configurationItemVersion,
  resourceType,
  relationships,
}: Pick<ConfigurationItem, 'configurationItemVersion' | 'resourceType' | 'relationships'>): Relationship[] {
  if (configurationItemVersion !== '1.0') return relationships;
  return relationships.map((relationship) => ({
    ...relationship,
    resourceType: spelledType(relationship.resourceType),
    name: relationshipName(resourceType, relationship.resourceType) ?? relationship.name,
  }));
}
