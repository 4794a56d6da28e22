import { normalizeType } from '../../../../items/resource-type';
import { globalRegion } from '../../../../items/scope';
import { none } from '../../../index/columns';
import type { GraphNodes } from '../../graph-nodes';
import type { NodeColumns } from '../../node-columns';
import type { BoxTable } from '../tree/box-table';

/** What a box is called. */
export function boxLabel(nodes: GraphNodes, columns: NodeColumns, boxes: BoxTable, box: number): string {
  const { strings } = nodes.index;
  const value = boxes.value[box] ?? none;
  switch (boxes.kind[box]) {
    case 'account':
      return columns.scopes.at(value).accountId || 'Account unknown';
    case 'region': {
      const { region } = columns.scopes.at(value);
      return region === globalRegion ? 'Global' : region || 'Region unknown';
    }
    case 'vpc':
    case 'subnet':
      return strings.get(nodes.labelString(columns, value));
    case 'service':
      return boxes.services[value] || 'Other';
    case 'type':
      return nodes.typeName(value);
    default:
      if (value !== none) return strings.get(value);
      return boxes.kind[box] === 'stack' ? 'No stack' : 'Not tagged';
  }
}

/** The id of a box, in every snapshot the same for the same resource or group; `aroundId` is that of the box around it. */
export function boxId(
  nodes: GraphNodes,
  columns: NodeColumns,
  boxes: BoxTable,
  { box, aroundId, tag }: { box: number; aroundId: string; tag: string },
): string {
  const { strings } = nodes.index;
  const value = boxes.value[box] ?? none;
  const kind = boxes.kind[box];
  switch (kind) {
    case 'account':
      return `account:${columns.scopes.at(value).accountId}`;
    case 'region': {
      const { accountId, region } = columns.scopes.at(value);
      return `region:${accountId}/${region}`;
    }
    case 'vpc':
    case 'subnet':
      return nodes.key(columns, value);
    case 'zone':
      return `zone:${aroundId}/${strings.get(value)}`;
    case 'tag':
      return value === none ? `tag:${tag}` : `tag:${tag}/${strings.get(value)}`;
    default: {
      // Those of one Region: its id tells account and Region.
      const scope = aroundId.slice('region:'.length);
      if (kind === 'service') return `service:${scope}/${boxes.services[value] ?? ''}`;
      if (kind === 'type') return `type:${scope}/${normalizeType(nodes.typeName(value))}`;
      return value === none ? `stack:${scope}` : `stack:${scope}/${strings.get(value)}`;
    }
  }
}

/** The id of the fold of what is of one type in a box. */
export function alikeId(boxAroundId: string, resourceType: string): string {
  return `alike:${boxAroundId}/${normalizeType(resourceType)}`;
}
