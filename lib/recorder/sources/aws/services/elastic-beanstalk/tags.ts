import { ElasticBeanstalkClient, ListTagsForResourceCommand } from '@aws-sdk/client-elastic-beanstalk';
import type { AwsAccess } from '../../calls/access';
import { optionalCall } from '../../calls/optional-call';
import { tagsOf } from '../../fields/tags';

export const tagPermission = 'elasticbeanstalk:ListTagsForResource';

/** The tags of an application, version or environment, by its ARN; none where they may not be read, or where it is gone. */
export async function readTags(access: AwsAccess, arn: string | undefined): Promise<{ [key: string]: string }> {
  const answer = await optionalCall(access, {
    permission: tagPermission,
    about: arn ?? 'a resource of Elastic Beanstalk',
    call: () => access.client(ElasticBeanstalkClient).send(new ListTagsForResourceCommand({ ResourceArn: arn })),
    none: ['ResourceNotFoundException'],
  });
  return tagsOf(answer?.ResourceTags);
}
