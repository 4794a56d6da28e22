import { EventBridgeClient, ListTagsForResourceCommand } from '@aws-sdk/client-eventbridge';
import type { AwsAccess } from '../../calls/access';
import { optionalCall } from '../../calls/optional-call';
import { tagsOf } from '../../fields/tags';

export const tagPermission = 'events:ListTagsForResource';

/** The tags of a rule or bus, by its ARN; none where they may not be read. */
export async function readTags(access: AwsAccess, arn: string | undefined): Promise<{ [key: string]: string }> {
  const answer = await optionalCall(access, {
    permission: tagPermission,
    about: arn ?? 'a resource of EventBridge',
    call: () => access.client(EventBridgeClient).send(new ListTagsForResourceCommand({ ResourceARN: arn })),
  });
  return tagsOf(answer?.Tags);
}
