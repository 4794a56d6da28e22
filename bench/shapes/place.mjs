/** @import { Cell } from './cell.mjs' */

import { owner, region, zone } from './item.mjs';

/** The addresses of a VPC of a cell: each has a /16 of its own. @param {Cell} cell @param {number} at */
const vpcNetwork = (cell, at) => `10.${(2 * cell.number + at) & 255}`;
/** @param {number} at */
const subnetThird = (at) => ((at >> 1) % 64) * 4;

/** @param {Cell} cell @param {number} at */
export const vpcBlock = (cell, at) => `${vpcNetwork(cell, at)}.0.0/16`;
/** @param {Cell} cell @param {number} at */
export const subnetBlock = (cell, at) => `${vpcNetwork(cell, at % 2)}.${subnetThird(at)}.0/22`;

/** Where the instance numbered `at` and its interface are: VPC, subnet, groups, addresses. @param {Cell} cell @param {number} at */
export function place(cell, at) {
  const groupNumber = owner(cell, 'group', at);
  const subnetNumber = owner(cell, 'subnet', at);
  // Each place in a subnet has an address of its own, in no order.
  const host = 4 + ((Math.floor(at / cell.counts.subnet) * 389 + subnetNumber * 17) % 1019);
  const ip = `${vpcNetwork(cell, at % 2)}.${subnetThird(subnetNumber) + (host >> 8)}.${host & 255}`;
  return {
    vpcId: cell.ec2Id('vpc', at % 2),
    subnetId: cell.ec2Id('subnet', subnetNumber),
    zone: zone(subnetNumber),
    groups: [{ groupName: groupName(cell, groupNumber), groupId: cell.ec2Id('sg', groupNumber) }],
    ip,
    ipv6Address: `2600:1f14:e3a:${(0x8b00 + 2 * cell.number + (at % 2)).toString(16)}:${cell.hex('ipv6', at, 16).replace(/(....)(?=.)/g, '$1:')}`,
    dns: `ip-${ip.replaceAll('.', '-')}.${region}.compute.internal`,
    mac: `02:${cell.hex('mac', at, 10).replace(/(..)(?=.)/g, '$1:')}`,
  };
}

/** @param {Cell} cell @param {number} at */
export const groupName = (cell, at) =>
  `${cell.pick('group name', at, ['web', 'app', 'db', 'cache'])}-${cell.hex('group', at, 8)}`;
