import type { JsonValue, Relationship } from './configuration-item';
import { stringsAt } from './derived/read-path';
import type { DerivedRule } from './derived/rule';
import { alarmRules } from './derived/rules/alarm-rules';
import { apiRules } from './derived/rules/api-rules';
import { computeRules } from './derived/rules/compute-rules';
import { databaseRules } from './derived/rules/database-rules';
import { deviceRules } from './derived/rules/device-rules';
import { identityRules } from './derived/rules/identity-rules';
import { loadBalancingRules } from './derived/rules/load-balancing-rules';
import { messageRules } from './derived/rules/message-rules';
import { networkRules } from './derived/rules/network-rules';
import { pipelineRules } from './derived/rules/pipeline-rules';
import { storageRules } from './derived/rules/storage-rules';
import type { ReadContext } from './derived/target';
import { normalizeType } from './resource-type';

/**
 * What an item's configuration tells of another resource. It is read like a relationship (the target has an id or a name), but AWS
 * Config draws none here: it is shown as derived, and never written into a document that is delivered.
 */
export interface DerivedEdge extends Readonly<Relationship> {
  /** The ARN that id or name were read out of: it tells the account, and mostly the Region. */
  readonly arn?: string;
  /**
   * The field that it was read from, spelt as in the item: `configuration.routes[1].gatewayId`. One of a list is given by its name where it
   * has one (`configuration.ContainerDefinitions[web].Environment[TABLE].Value`), else by its place from 0.
   */
  readonly field: string;
  /** The string may as well mean something else: it is an edge only where there is such a resource. */
  readonly ifPresent?: true;
}

/** The little of an item that edges are derived from. */
export interface EdgeSource {
  resourceType: string;
  resourceId: string;
  /** Where they are known, what is named without its Region is looked for in these. */
  awsAccountId?: string;
  awsRegion?: string;
  configuration: JsonValue;
  supplementaryConfiguration: { readonly [name: string]: JsonValue };
  /** What AWS Config itself says: it is not said again. */
  relationships: readonly Relationship[];
}

const rulesOfTypes: readonly [type: string, rules: readonly DerivedRule[]][] = [
  networkRules,
  loadBalancingRules,
  computeRules,
  apiRules,
  identityRules,
  storageRules,
  databaseRules,
  deviceRules,
  messageRules,
  alarmRules,
  pipelineRules,
].flatMap((rules) => Object.entries(rules));

/** The types, as AWS writes them, of whose items edges are derived: others need not be looked into. */
export const typesWithDerivedEdges: readonly string[] = rulesOfTypes.map(([type]) => type).sort();

const rulesByType: ReadonlyMap<string, readonly DerivedRule[]> = new Map(
  rulesOfTypes.map(([type, rules]) => [normalizeType(type), rules]),
);

/** An item whose configuration names more than this is not followed any further. */
const mostEdges = 10_000;

/**
 * The edges that an item's configuration tells beyond its relationships, in the order of the rules; each target and name once, with the first
 * field that tells it. Whatever the configuration holds, nothing is thrown: what is not as AWS writes it yields no edge.
 */
export function derivedEdges(item: EdgeSource): DerivedEdge[] {
  const rules = rulesByType.get(normalizeType(item.resourceType));
  if (!rules) return [];
  const edges = new Map<string, DerivedEdge>();
  const related = new Set<string>();
  for (const { resourceType, resourceId, resourceName } of item.relationships) {
    for (const known of [resourceId, resourceName]) if (known) related.add(`${normalizeType(resourceType)} ${known}`);
  }
  const itself = `${normalizeType(item.resourceType)} ${item.resourceId}`;
  for (const { name, in: part, path, read } of rules) {
    for (const { text, field, label } of stringsAt(item[part], path)) {
      const context: ReadContext = { accountId: item.awsAccountId, region: item.awsRegion, label };
      for (const target of [read(text, context) ?? []].flat()) {
        if (edges.size >= mostEdges) return [...edges.values()];
        const known = 'resourceId' in target ? target.resourceId : target.resourceName;
        const key = `${normalizeType(target.resourceType)} ${known}`;
        if (key === itself || related.has(key) || edges.has(`${name} ${key}`)) continue;
        edges.set(`${name} ${key}`, { ...target, name, field: `${part}.${field}` });
      }
    }
  }
  return [...edges.values()];
}
