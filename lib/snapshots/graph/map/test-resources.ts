import fc from 'fast-check';
import { identityKey } from '../../../items/identity';
import { item } from './test-map';

type Item = ReturnType<typeof item>;

const groupings = ['network', 'service', 'type', 'stack', 'tag:Team'] as const;
const [accounts, regions, teams] = [
  ['111122223333', '444455556666'],
  ['us-east-1', 'eu-west-1'],
  ['a', 'b', ''],
];

/** A zone that follows from a subnet's id, as it does in AWS: who says it makes no difference. */
const zoneOf = (subnet: string) => `us-east-1${'abc'[subnet.length % 3]}`;

const tags = fc.record(
  { Team: fc.constantFrom(...teams), 'aws:cloudformation:stack-name': fc.constantFrom('s', 't') },
  { requiredKeys: [] },
);
const scope = { account: fc.constantFrom(...accounts), region: fc.constantFrom(...regions), tags };
const place = fc.constantFrom('1', '11', '111', 'gone');

/** Resources of a network that may be told in part: some of what they name is not there. Most of them are instances and groups. */
const resource: fc.Arbitrary<Item> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ id: place, ...scope }).map(({ id, ...fields }) => item('VPC', `vpc-${id}`, fields)),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ id: place, vpc: fc.option(place), ...scope })
      .map(({ id, vpc, ...fields }) =>
        item('Subnet', `subnet-${id}`, { ...fields, zone: zoneOf(id), in: vpc ? [['VPC', `vpc-${vpc}`]] : [] }),
      ),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ id: fc.nat({ max: 30 }), subnet: fc.option(place), ...scope })
      .map(({ id, subnet, ...fields }) =>
        item('Instance', `i-${id}`, { ...fields, in: subnet ? [['Subnet', `subnet-${subnet}`]] : [] }),
      ),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ id: fc.nat({ max: 30 }), vpc: place, ...scope })
      .map(({ id, vpc, ...fields }) => item('SecurityGroup', `sg-${id}`, { ...fields, in: [['VPC', `vpc-${vpc}`]] })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ id: fc.nat({ max: 30 }), on: fc.array(fc.nat({ max: 31 }), { maxLength: 2 }), ...scope })
      .map(({ id, on, ...fields }) =>
        item('Volume', `vol-${id}`, {
          ...fields,
          in: on.map((at) => ['Instance', `i-${at}`, 'Is attached to Instance']),
        }),
      ),
  },
  {
    weight: 3,
    arbitrary: fc.record({ id: fc.nat({ max: 30 }), ...scope }).map(({ id, ...fields }) => {
      return item('AWS::S3::Bucket', `bucket-${id}`, fields);
    }),
  },
);
/** `identityKey` of an item's resource. */
export const keyOf = ({ awsAccountId, awsRegion, resourceType, resourceId }: Item) =>
  identityKey({ accountId: awsAccountId, region: awsRegion, resourceType, resourceId });
/** Each resource once: of items that repeat one the first counts, and then their order would matter. */
export const resources = fc.uniqueArray(resource, { maxLength: 60, selector: keyOf });
export const grouping = fc.constantFrom(...groupings);
