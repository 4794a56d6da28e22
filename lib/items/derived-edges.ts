import type { JsonValue, Relationship } from './configuration-item';
import { computeRules } from './derived/compute-rules';
import { messageRules } from './derived/message-rules';
import { networkRules } from './derived/network-rules';
import { textsAt } from './derived/read-path';
import type { DerivedRule } from './derived/rule';
import { storageRules } from './derived/storage-rules';
import { normalizeType } from './resource-type';

/**
 * What an item's configuration tells of another resource. It is read like a relationship (the target has an id or a name), but AWS
 * Config draws none here: it is shown as derived, and never written into a document that is delivered.
 */
export interface DerivedEdge extends Readonly<Relationship> {
  /** The ARN that id or name were read out of: it tells the account, and mostly the Region. */
  readonly arn?: string;
}

/** The little of an item that edges are derived from. */
export interface EdgeSource {
  resourceType: string;
  resourceId: string;
  configuration: JsonValue;
  supplementaryConfiguration: { readonly [name: string]: JsonValue };
  /** What AWS Config itself says: it is not said again. */
  relationships: readonly Relationship[];
}

/** The types, as AWS writes them, of whose items edges are derived: others need not be looked into. */
export const typesWithDerivedEdges: readonly string[] = Object.keys(allRules()).sort();

const rulesByType: ReadonlyMap<string, readonly DerivedRule[]> = new Map(
  Object.entries(allRules()).map(([type, rules]) => [normalizeType(type), rules]),
);

function allRules(): Record<string, DerivedRule[]> {
  return { ...networkRules, ...computeRules, ...storageRules, ...messageRules };
}

/** An item whose configuration names more than this is not followed any further. */
const mostEdges = 10_000;

/**
 * The edges that an item's configuration tells beyond its relationships, in the order of the rules; each target and name once. Whatever
 * the configuration holds, nothing is thrown: what is not as AWS writes it yields no edge.
 */
export function derivedEdges(item: EdgeSource): DerivedEdge[] {
  const rules = rulesByType.get(normalizeType(item.resourceType));
  if (!rules) return [];
  const edges = new Map<string, DerivedEdge>();
  const related = new Set<string>();
  for (const { resourceType, resourceId, resourceName } of item.relationships) {
    for (const known of [resourceId, resourceName]) if (known) related.add(`${normalizeType(resourceType)} ${known}`);
  }
  for (const { name, in: part, path, read } of rules) {
    for (const text of textsAt(item[part], path)) {
      const target = read(text);
      if (!target || edges.size >= mostEdges) continue;
      const known = 'resourceId' in target ? target.resourceId : target.resourceName;
      const key = `${normalizeType(target.resourceType)} ${known}`;
      const itself = key === `${normalizeType(item.resourceType)} ${item.resourceId}`;
      if (!itself && !related.has(key)) edges.set(`${name} ${key}`, { ...target, name });
    }
  }
  return [...edges.values()];
}
