import { containmentRules } from '../../../../graph/containment';
import type { BoxKind } from '../../../../graph/picture';
import type { Columns } from '../../../index/index-file';
import { BoxTable } from './box-table';
import type { MapTree } from './map-tree';
import type { NetworkMap } from './network-map';

/** What of a map are no numbers. */
export interface MapNames {
  /** The kinds and services of boxes, by their numbers. */
  kinds: BoxKind[];
  services: string[];
  rules: string;
}

/** The rules by which a map is made. What their functions do is not in it: where that changes, so must the version of the index file. */
const rules = JSON.stringify(containmentRules.map(({ reason, ...rule }) => rule));

/** A map as columns of numbers, to be kept in a file. */
export function columnsOfMap({ owner, tree }: NetworkMap): { columns: Columns; names: MapNames } {
  const { boxes, ...columns } = tree;
  const kinds = [...new Set(boxes.kind)];
  const numbers = new Map(kinds.map((kind, number) => [kind, number]));
  const boxColumns = {
    boxKind: Uint8Array.from(boxes.kind, (kind) => numbers.get(kind) ?? 0),
    boxParent: Int32Array.from(boxes.parent),
    boxValue: Uint32Array.from(boxes.value),
  };
  return { columns: { ...columns, owner, ...boxColumns }, names: { kinds, services: boxes.services, rules } };
}

/** The map that `columnsOfMap` made columns of; undefined where it was made by other rules. */
export function mapOfColumns(columns: Columns, names: MapNames): NetworkMap | undefined {
  if (names.rules !== rules) return undefined;
  const { owner, boxKind, boxParent, boxValue, ...tree } = columns as Kept;
  const boxes = new BoxTable();
  boxes.services.push(...names.services);
  for (let box = 0; box < boxKind.length; box++) {
    boxes.add(names.kinds[boxKind[box] ?? 0] ?? 'type', boxParent[box] ?? -1, boxValue[box] ?? 0);
  }
  return { owner, tree: { ...tree, boxes } };
}

type Kept = Omit<MapTree, 'boxes'> &
  Columns & { owner: Int32Array; boxKind: Uint8Array; boxParent: Int32Array; boxValue: Uint32Array };
