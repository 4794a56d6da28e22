import { readFile } from 'node:fs/promises';
import { indexOfPlain } from '../../index/test-index';
import { graphParts } from '../test-graph';
import type { MapPart, MapRequest } from './map-request';
import { SnapshotMap } from './snapshot-map';
import type { MapBox, MapCard } from './view/map-parts';

/** What answers about the map of items that are all in the plain modern form. For tests. */
export async function snapshotMapOf(items: readonly unknown[]): Promise<SnapshotMap> {
  return new SnapshotMap(graphParts(await indexOfPlain(items)));
}

/** The whole map by network, as the server would open it. */
export const wholeMap: MapRequest = {
  group: 'network',
  filter: { types: [], search: '' },
  unmatched: 'hide',
  open: [],
  closed: [],
  more: [],
  show: [],
  limit: 150,
};

/** The map of items that are all in the plain modern form. For tests. */
export async function mapOf(items: readonly unknown[]) {
  const map = await snapshotMapOf(items);
  return (request: Partial<MapRequest> = {}): Promise<MapPart> => map.view({ ...wholeMap, ...request });
}

/** The map of a document of the samples. */
export async function mapOfSample(name: string) {
  return mapOf(JSON.parse(await readFile(`samples/${name}`, 'utf8')).configurationItems);
}

/** An item with what a map asks of it. */
export function item(
  type: string,
  resourceId: string,
  fields: {
    in?: readonly (readonly [type: string, id: string, name?: string])[];
    name?: string;
    zone?: string;
    region?: string;
    account?: string;
    tags?: Record<string, string>;
  } = {},
) {
  return {
    relationships: (fields.in ?? []).map(([other, id, name = `Is contained in ${other}`]) => ({
      resourceType: `AWS::EC2::${other}`,
      resourceId: id,
      name,
    })),
    configuration: {},
    supplementaryConfiguration: {},
    tags: fields.tags ?? {},
    configurationItemCaptureTime: '2026-11-22T08:00:00.000Z',
    awsAccountId: fields.account ?? '111122223333',
    configurationItemStatus: 'OK',
    resourceType: type.includes('::') ? type : `AWS::EC2::${type}`,
    resourceId,
    ...(fields.name !== undefined && { resourceName: fields.name }),
    awsRegion: fields.region ?? 'us-east-1',
    ...(fields.zone !== undefined && { availabilityZone: fields.zone }),
  };
}

/** The labels of the boxes around a card or box, from the outermost to that in which it lies. */
export function labelsAround({ boxes }: MapPart, of: MapCard | MapBox): string[] {
  const labels: string[] = [];
  for (
    let box = boxes.find(({ id }) => id === (('box' in of) ? of.box : of.parent));
    box;
    box = boxes.find(({ id }) => id === box?.parent)
  ) {
    labels.unshift(box.label);
  }
  return labels;
}
