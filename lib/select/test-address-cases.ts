/** For tests: configurations with addresses by resource id, and which of them a condition finds, however the query is put into SQL. */
export const addressed = {
  'sg-24': { ipPermissions: [{ ipRanges: ['10.0.0.0/24'] }] },
  'sg-25': { ipPermissions: [{ ipRanges: ['10.0.0.0/25'] }] },
  'sg-8': { ipPermissions: [{ ipRanges: [] }, { ipRanges: ['10.0.0.0/8', '172.16.0.0/12'] }] },
  'sg-all': { ipPermissions: [{ ipRanges: ['0.0.0.0/0'], ipv6Ranges: [{ cidrIpv6: '::/0' }] }] },
  'sg-one': { ipPermissions: [{ ipRanges: ['192.168.0.2/32'] }] },
  'sg-v6': { ipPermissions: [{ ipv6Ranges: [{ cidrIpv6: '2001:DB8:0:1::/64' }] }] },
  'eni-5': { ip: '10.0.0.5', size: 5 },
  'eni-40': { ip: '10.0.0.40', v6: '2001:db8:0:1:0:0:0:9' },
  'eni-far': { ip: '10.0.1.7' },
  'eni-odd': { ip: '10.0.0.300', version: '10.0' },
};

const ranges = 'configuration.ipPermissions.ipRanges';
const ranges6 = 'configuration.ipPermissions.ipv6Ranges.cidrIpv6';
const ip = 'configuration.ip';

export const addressCases: [condition: string, ids: (keyof typeof addressed)[]][] = [
  // The two examples of the AWS Config Developer Guide, "CIDR notation/IP range".
  [
    `${ranges} BETWEEN '10.0.0.0' AND '10.0.0.255' AND NOT ${ranges} < '10.0.0.0' AND NOT ${ranges} > '10.0.0.255'`,
    ['sg-24'],
  ],
  [`${ranges} = '192.168.0.2' AND NOT ${ranges} > '192.168.0.2' AND NOT ${ranges} < '192.168.0.2'`, ['sg-one']],
  [`${ranges} = '10.0.0.7'`, ['sg-24', 'sg-25', 'sg-8', 'sg-all']],
  [`${ranges} = '172.20.1.1'`, ['sg-8', 'sg-all']],
  [`${ranges} = '10.0.0.0/24'`, ['sg-24', 'sg-8', 'sg-all']],
  [`${ranges} = '0.0.0.0/0'`, ['sg-all']],
  [`${ranges} IN ('0.0.0.0/0', '192.168.0.2')`, ['sg-all', 'sg-one']],
  [`resourceId LIKE 'sg-%' AND ${ranges} != '10.0.0.7'`, ['sg-one', 'sg-v6']],
  [`${ranges} < '10.0.0.0'`, ['sg-all']],
  [`${ranges} >= '192.168.0.2'`, ['sg-all', 'sg-one']],
  [`${ranges} = '2001:db8:0:1::9'`, []],
  [`${ranges6} = '2001:0db8:0000:0001::abcd'`, ['sg-all', 'sg-v6']],
  [`${ranges6} < '2001:db8:0:1::'`, ['sg-all']],
  [`${ranges6} = '10.0.0.1'`, []],
  // Addresses by their size and not by their letters; what is none stays a string.
  [`${ip} = '10.0.0.0/24'`, ['eni-40', 'eni-5']],
  [`${ip} BETWEEN '10.0.0.4' AND '10.0.0.40'`, ['eni-40', 'eni-5']],
  [`${ip} > '10.0.0.5' AND ${ip} <= '10.0.1.7' AND NOT ${ip} = '10.0.0.300'`, ['eni-40', 'eni-far']],
  ["configuration.v6 = '2001:db8:0:1::9'", ['eni-40']],
  [`${ip} = '10.0.0.300'`, ['eni-odd']],
  ["configuration.version < '10.0.0.1'", ['eni-odd']],
  ["configuration.size = '10.0.0.5'", []],
];
