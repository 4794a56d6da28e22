import { expect, test } from 'vitest';
import { bare, itemsOf } from '../../test-items';
import { alias } from './alias';

test("aliases go by their names, AWS's own too, also those without a key", async () => {
  const arn = (name: string) => `arn:aws:kms:us-west-2:123456789012:${name}`;
  const named = (AliasName: string, TargetKeyId?: string) => ({ AliasName, AliasArn: arn(AliasName), TargetKeyId });
  const items = await itemsOf(alias, {
    listAliases: ({ Marker }: { Marker?: string }) =>
      Marker === undefined
        ? {
            Aliases: [{ ...named('alias/orders', '1234abcd'), CreationDate: new Date('2026-11-24T10:00:00Z') }],
            Truncated: true,
            NextMarker: 'more',
          }
        : { Aliases: [named('alias/aws/s3')] },
  });
  const common = { ...bare, resourceType: 'AWS::KMS::Alias', availabilityZone: 'Regional' };
  expect(items).toEqual([
    {
      ...common,
      resourceId: 'alias/orders',
      resourceName: 'alias/orders',
      ARN: arn('alias/orders'),
      resourceCreationTime: '2026-11-24T10:00:00.000Z',
      configuration: { AliasName: 'alias/orders', TargetKeyId: '1234abcd' },
    },
    {
      ...common,
      resourceId: 'alias/aws/s3',
      resourceName: 'alias/aws/s3',
      ARN: arn('alias/aws/s3'),
      configuration: { AliasName: 'alias/aws/s3' },
    },
  ]);
});
