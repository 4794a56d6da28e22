import fc from 'fast-check';
import type { ConfigurationItem } from '../items/configuration-item';

const accounts = ['111122223333', '444455556666', '777788889999', '000011112222'];
const regions = ['us-east-1', 'eu-west-1', 'global'];
const types = ['AWS::Logs::LogGroup', 'AWS::LOGS::LogGroup', 'AWS::IAM::Role', 'Microsoft.Compute/virtualMachines'];
const ids = ['a', 'b', 'n', 'arn:aws:logs:eu-west-1:444455556666:log-group:a'];
const named = [
  ...ids,
  'gone',
  'arn:aws:logs:us-east-1:111122223333:log-group:b:*',
  'arn:aws:iam::444455556666:role/path/n',
  'arn:aws:s3:::a',
  '',
];
/** When the items are captured. */
export const moments = ['2026-11-22T08:31:54.000Z', '2026-11-22T08:31:54.001Z', '2026-11-23T00:00:00.000Z'] as const;
const relationship = fc.record(
  {
    resourceId: fc.constantFrom(...named),
    resourceName: fc.constantFrom(...named),
    resourceType: fc.constantFrom(...types),
    name: fc.constantFrom('Is associated with ', 'Is contained in ', 'Uses'),
  },
  { requiredKeys: ['resourceType', 'name'] },
);
const item: fc.Arbitrary<ConfigurationItem> = fc
  .record(
    {
      relationships: fc.array(relationship, { maxLength: 3 }),
      configuration: fc.record({ version: fc.nat({ max: 1 }) }),
      awsAccountId: fc.constantFrom(...accounts),
      resourceType: fc.constantFrom(...types),
      resourceId: fc.constantFrom(...ids),
      resourceName: fc.constantFrom('n', 'm', 'a'),
      awsRegion: fc.constantFrom(...regions),
      configurationItemCaptureTime: fc.constantFrom(...moments),
      configurationStateId: fc.constantFrom<(number | string)[]>(1, 2, '3', 'a'),
      configurationItemStatus: fc.constantFrom('OK', 'OK', 'OK', 'ResourceNotRecorded', 'ResourceDeleted'),
    },
    {
      requiredKeys: [
        ...(['relationships', 'configuration', 'awsAccountId', 'resourceType', 'resourceId', 'awsRegion'] as const),
        ...(['configurationItemCaptureTime', 'configurationStateId', 'configurationItemStatus'] as const),
      ],
    },
  )
  .map((some) => ({
    relatedEvents: [],
    supplementaryConfiguration: {},
    tags: {},
    configurationItemVersion: '1.3',
    configurationStateMd5Hash: '',
    ...some,
  }));
/** A few items, and now and then so many that they are of more accounts and Regions than are looked into one by one. */
export const items = fc.oneof(
  { weight: 3, arbitrary: fc.array(item, { maxLength: 10 }) },
  { weight: 1, arbitrary: fc.array(item, { minLength: 20, maxLength: 30 }) },
);
/** A document, and a later one with some items changed, gone, put in and moved. */
export const documentPairs = fc
  .tuple(items, fc.array(fc.record({ at: fc.nat({ max: 30 }), put: fc.option(item) }), { maxLength: 4 }))
  .map(([before, edits]): [ConfigurationItem[], ConfigurationItem[]] => {
    const after = [...before];
    for (const { at, put } of edits) after.splice(at, put ? 0 : 1, ...(put ? [put] : []));
    return [before, after];
  });
