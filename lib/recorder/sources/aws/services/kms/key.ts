import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type KeyMetadata,
  KMSClient,
  ListResourceTagsCommand,
  paginateListKeys,
  type Tag,
} from '@aws-sdk/client-kms';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { beanCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeKey {
  key: KeyMetadata;
  policy: string | undefined;
  rotates: boolean | undefined;
  tags: Tag[] | undefined;
}

/**
 * Keys of the account and those that AWS manages in it, as in the example item of awslabs/aws-config-rdk. Of AWS's own there is the
 * policy alone in the supplementary configuration, and tags where there are any.
 */
export const key = resourceType<WholeKey>({
  resourceType: 'AWS::KMS::Key',
  permissions: [
    'kms:ListKeys',
    'kms:DescribeKey',
    'kms:GetKeyPolicy',
    'kms:GetKeyRotationStatus',
    'kms:ListResourceTags',
  ],
  list: (access) =>
    enrich(
      flattenPages(paginateListKeys({ client: access.client(KMSClient) }, {}), ({ Keys }) => Keys),
      ({ KeyId }) => ignoreNotFound(['NotFoundException'], () => readWhole(access, KeyId ?? '')),
    ),
  describe: ({ key, policy, rotates, tags }) => ({
    id: key.KeyId,
    arn: key.Arn,
    createdAt: key.CreationDate,
    zone: 'Not Applicable',
    tags: tagsOf(tags),
    configuration: beanCase(key, { times: 'epoch' }),
    supplementaryConfiguration: {
      ...(policy === undefined ? {} : { Policy: policy }),
      ...(rotates === undefined || isOfAws(key) ? {} : { KeyRotationStatus: rotates }),
      ...(isOfAws(key) && !tags?.length ? {} : { Tags: (tags ?? []).map((tag) => beanCase(tag)) }),
    },
  }),
});

const isOfAws = ({ KeyManager }: KeyMetadata) => KeyManager === 'AWS';

/** A key's own policy may keep us out of it, though others of the account are open: what is denied is left out of that key. */
async function readWhole(access: AwsAccess, KeyId: string): Promise<WholeKey> {
  const client = access.client(KMSClient);
  const ask = <Answer>(permission: string, call: () => Promise<Answer>, none?: readonly string[]) =>
    optionalCall(access, { permission, about: `key ${KeyId}`, call, none });
  const described = await ask('kms:DescribeKey', () => client.send(new DescribeKeyCommand({ KeyId })));
  const policy = await ask('kms:GetKeyPolicy', () =>
    client.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' })),
  );
  const rotation = await ask(
    'kms:GetKeyRotationStatus',
    () => client.send(new GetKeyRotationStatusCommand({ KeyId })),
    // Keys of a kind that never rotates, and keys that are to be deleted.
    ['UnsupportedOperationException', 'KMSInvalidStateException'],
  );
  const tagged = await ask('kms:ListResourceTags', () => client.send(new ListResourceTagsCommand({ KeyId })));
  const key = described?.KeyMetadata ?? { KeyId, Arn: access.arn('kms', `key/${KeyId}`) };
  return { key, policy: policy?.Policy, rotates: rotation?.KeyRotationEnabled, tags: tagged?.Tags };
}
