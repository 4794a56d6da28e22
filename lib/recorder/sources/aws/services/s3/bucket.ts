import { type Bucket, GetBucketLocationCommand, type Owner, paginateListBuckets, S3Client } from '@aws-sdk/client-s3';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich } from '../../calls/pages';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { type BucketDetails, bucketPermissions, readBucket } from './bucket-details';
import { supplementaryConfiguration } from './supplementary-configuration';

interface WholeBucket {
  bucket: Bucket;
  owner: Owner | undefined;
  details: BucketDetails;
}

/**
 * Buckets of the region. AWS Config takes its form from the AWS SDK for Java: little in `configuration`, the rest in
 * `supplementaryConfiguration`, as in the example item of awslabs/aws-config-rdk; `region` and `AbacStatus` as in real items. Where it has
 * nulls, the API answers them, and delivered files leave them out.
 */
export const bucket = resourceType<WholeBucket>({
  resourceType: 'AWS::S3::Bucket',
  permissions: ['s3:ListAllMyBuckets', 's3:GetBucketLocation', ...bucketPermissions],
  list: (access) => enrich(bucketsHere(access), (one) => readWhole(access, one)),
  describe: ({ bucket: { Name: name, CreationDate }, owner, details }, { arn, region }) => ({
    id: name,
    name,
    arn: arn('s3', name ?? '', { region: '', accountId: '' }),
    createdAt: CreationDate,
    zone: 'Regional',
    tags: tagsOf(details.tagging?.TagSet),
    configuration: {
      name: name ?? null,
      owner: { displayName: owner?.DisplayName ?? null, id: owner?.ID ?? null },
      ...(CreationDate === undefined ? {} : { creationDate: CreationDate.toISOString() }),
      region,
    },
    supplementaryConfiguration: supplementaryConfiguration(details),
  }),
});

/** S3 lists the buckets of all regions; each is recorded in its own. Servers other than AWS may pass the filter over. */
async function* bucketsHere(access: AwsAccess): AsyncGenerator<{ bucket: Bucket; owner: Owner | undefined }> {
  const client = access.client(S3Client);
  const paginator = paginateListBuckets({ client }, { MaxBuckets: 1_000, BucketRegion: access.region });
  for await (const { Buckets, Owner: owner } of paginator) {
    for (const bucket of Buckets ?? []) {
      const region = bucket.BucketRegion ?? (await locate(access, bucket.Name));
      if (region === access.region) yield { bucket, owner };
    }
  }
}

async function locate(access: AwsAccess, name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return access.region;
  const answer = await optionalCall(access, {
    permission: 's3:GetBucketLocation',
    about: `bucket ${name}`,
    call: () => access.client(S3Client).send(new GetBucketLocationCommand({ Bucket: name })),
    none: ['NoSuchBucket'],
  });
  if (answer === undefined) return undefined;
  // S3 calls its first region by no name at all, and its second one EU.
  const { LocationConstraint: region } = answer;
  return region === 'EU' ? 'eu-west-1' : region || 'us-east-1';
}

function readWhole(
  access: AwsAccess,
  { bucket, owner }: { bucket: Bucket; owner: Owner | undefined },
): Promise<WholeBucket | undefined> {
  return ignoreNotFound(['NoSuchBucket'], async () => ({
    bucket,
    owner,
    details: await readBucket(access, bucket.Name),
  }));
}
