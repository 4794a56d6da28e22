import type { JsonValue } from '../../../items/configuration-item';
import { type DerivedEdge, derivedEdges, type EdgeSource, typesWithDerivedEdges } from '../../../items/derived-edges';
import { isJsonObject } from '../../../items/form/item-fields';
import type { Scope } from '../../../items/scope';
import { TimeSlicer } from '../../index/time-slicer';
import { type ItemText, itemTexts } from '../../reading/item-texts';
import { parseItem } from '../../reading/parse-item';
import type { GraphColumns } from '../graph-columns';
import type { GraphNodes } from '../graph-nodes';
import { DerivedBuilder, type DerivedColumns } from './derived-columns';

/** What the relationships of a whole document are derived out of. */
export interface DerivedSource {
  nodes: GraphNodes;
  /** The document's text as JSON, from its beginning. */
  text: AsyncIterable<Uint8Array>;
  /** The document's key, for messages. */
  name: string;
  /** Hears up to which item it has come. */
  onItem: (itemIndex: number) => void;
}

/**
 * Derives the relationships of a whole document in one streaming pass. Only items of types with rules are parsed, one after the other, and in
 * time slices. As in a drawing, nothing is derived between two resources that AWS Config itself relates, nor from one that is not current.
 *
 * @throws what reading the text fails with
 */
export async function readDerived(source: DerivedSource): Promise<DerivedColumns> {
  const { nodes, text, name, onItem } = source;
  const { index, keys } = nodes;
  const graph = await nodes.neighbours();
  const find = await nodes.referenceFinder();
  const slicer = new TimeSlicer();
  const wanted = new Set(typesWithDerivedEdges.map((type) => keys.find(type)));
  const { typeKey } = index;
  const isWanted = (item: number) => wanted.has(typeKey[item]) && graph.notCurrent[item] !== 1;
  const builder = new DerivedBuilder();
  for await (const item of itemTexts(text, index, name, isWanted)) {
    if (slicer.sliceExpired()) await slicer.yieldNow();
    const { itemIndex } = item;
    const known = new Set<string>();
    for (const edge of edgesOf(item, nodes.itemIdentity(itemIndex), name)) {
      const target = find(edge, itemIndex);
      if (target < 0) {
        if (!edge.ifPresent) builder.addUnresolved();
        continue;
      }
      const relationship = `${target} ${edge.name}`;
      if (target === itemIndex || known.has(relationship) || areRelated(graph, itemIndex, target)) continue;
      known.add(relationship);
      builder.add(itemIndex, target, edge.name, edge.field);
    }
    onItem(item.itemIndex);
  }
  return builder.finish(graph.nodeCount, slicer);
}

function edgesOf(item: ItemText, { accountId, region }: Scope, name: string): DerivedEdge[] {
  const configured = configuredOf(item, name);
  if (!configured) return [];
  return derivedEdges({ ...configured, awsAccountId: accountId, awsRegion: region, relationships: [] });
}

type Configured = Omit<EdgeSource, 'relationships' | 'awsAccountId' | 'awsRegion'>;

/** What edges are derived from. Nearly all items are in the modern form, of which no more is read than that; undefined for what is no item. */
function configuredOf(item: ItemText, name: string): Configured | undefined {
  try {
    const value = JSON.parse(Buffer.from(item.bytes.buffer, item.bytes.byteOffset, item.bytes.byteLength).toString());
    if (isJsonObject(value) && isJsonObject(value.configuration)) {
      const { resourceType, resourceId, configuration, supplementaryConfiguration } = value;
      if (typeof resourceType === 'string' && typeof resourceId === 'string') {
        const supplementary: { [name: string]: JsonValue } = isJsonObject(supplementaryConfiguration)
          ? supplementaryConfiguration
          : {};
        return { resourceType, resourceId, configuration, supplementaryConfiguration: supplementary };
      }
    }
    return parseItem(item, name);
  } catch {
    return undefined;
  }
}

/** Whether AWS Config relates two nodes: it is looked for at the one that has fewer neighbours. */
function areRelated({ start, degree, neighbours }: GraphColumns, a: number, b: number): boolean {
  const [few, other] = (degree[a] ?? 0) <= (degree[b] ?? 0) ? [a, b] : [b, a];
  const from = start[few] ?? 0;
  return neighbours.subarray(from, from + (degree[few] ?? 0)).includes(other);
}
