import { expect, test } from 'vitest';
import { boundsOf } from '../picture';
import { layoutMap } from './map-layout';
import type { MapTree, TreeBox, TreeCard } from './tree';

/** What is left for the canvas of a window of 1440 by 900, and of one of a phone, without the air at its border. */
const windows = { desk: { width: 1384, height: 716 }, phone: { width: 364, height: 600 } };

function box(id: string, kind: TreeBox['kind'], parent?: string): TreeBox {
  return { id, kind, label: id, parent, count: 1, open: true, types: [] };
}

/** Cards in a box, of which every third has two that ride on it. */
function cards(count: number, inBox: string): TreeCard[] {
  return Array.from({ length: count }, (_, at) => {
    const id = `${inBox}-${at}`;
    const identity = { accountId: '1', region: 'eu-west-1', resourceType: 'AWS::EC2::Instance', resourceId: id };
    return { id, label: id, ...identity, box: inBox, ...(at % 3 > 0 && { docksTo: `${inBox}-${at - (at % 3)}` }) };
  });
}

/** An account with two VPCs of three zones with a subnet each, and with services of few resources. */
function account(inSubnet: number, services: number): MapTree {
  const boxes = [box('account', 'account'), box('global', 'region', 'account'), box('region', 'region', 'account')];
  const filled = [...cards(services, 'global')];
  for (const vpc of ['vpc-a', 'vpc-b']) {
    boxes.push(box(vpc, 'vpc', 'region'));
    filled.push(...cards(inSubnet, vpc));
    for (const zone of ['1', '2', '3']) {
      const [ofZone, subnet] = [`${vpc}-zone-${zone}`, `${vpc}-subnet-${zone}`];
      boxes.push(box(ofZone, 'zone', vpc), box(subnet, 'subnet', ofZone));
      filled.push(...cards(inSubnet, subnet));
    }
  }
  for (let at = 0; at < services; at++) {
    boxes.push(box(`service-${at}`, 'service', 'region'));
    filled.push(...cards(1 + (at % 4), `service-${at}`));
  }
  return { boxes, cards: filled };
}

/** How large a font of this size is on the screen when all of a map is in sight. */
function fontInSight(tree: MapTree, { width, height }: { width: number; height: number }, font: number): number {
  const { boxes, nodes } = layoutMap(tree, { proportion: width / height }).picture;
  const bounds = boundsOf([...boxes, ...nodes]);
  return font * Math.min(width / bounds.width, height / bounds.height);
}

test('about 150 cards are read at once in a window of 1440 by 900, and about 30 on a phone', () => {
  const [large, small] = [account(13, 13), account(2, 5)];
  expect([large.cards.length, small.cards.length]).toEqual([148, 32]);
  expect(fontInSight(large, windows.desk, 16)).toBeGreaterThan(9);
  expect(fontInSight(small, windows.phone, 16)).toBeGreaterThan(8);
});
