import {
  CloudTrailClient,
  DescribeTrailsCommand,
  ListTagsCommand,
  type Tag,
  type Trail,
} from '@aws-sdk/client-cloudtrail';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/**
 * Trails of their home region: elsewhere CloudTrail shows shadows of them, which AWS Config does not record. Real items have no
 * resourceName.
 */
export const trail = resourceType<{ trail: Trail; tags: Tag[] | undefined }>({
  resourceType: 'AWS::CloudTrail::Trail',
  permissions: ['cloudtrail:DescribeTrails', 'cloudtrail:ListTags'],
  list: (access) =>
    enrich(trailsHere(access), (trail) => ignoreNotFound(['TrailNotFoundException'], () => withTags(access, trail))),
  describe: ({ trail, tags }) => ({
    id: trail.Name,
    arn: trail.TrailARN,
    zone: 'Regional',
    tags: tagsOf(tags),
    configuration: camelCase(trail),
    supplementaryConfiguration: { Tags: (tags ?? []).map((tag) => camelCase(tag)) },
  }),
});

/** Not paged: an account has at most five trails in a region. */
async function* trailsHere({ client, region }: AwsAccess): AsyncGenerator<Trail> {
  const { trailList } = await client(CloudTrailClient).send(new DescribeTrailsCommand({ includeShadowTrails: false }));
  yield* (trailList ?? []).filter(({ HomeRegion }) => HomeRegion === undefined || HomeRegion === region);
}

async function withTags(access: AwsAccess, trail: Trail) {
  const { TrailARN, Name } = trail;
  const answer = await optionalCall(access, {
    permission: 'cloudtrail:ListTags',
    about: `trail ${Name}`,
    call: () => access.client(CloudTrailClient).send(new ListTagsCommand({ ResourceIdList: [TrailARN ?? ''] })),
  });
  return { trail, tags: answer?.ResourceTagList?.[0]?.TagsList };
}
