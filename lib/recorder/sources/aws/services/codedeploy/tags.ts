import { CodeDeployClient, ListTagsForResourceCommand, type Tag } from '@aws-sdk/client-codedeploy';
import type { AwsAccess } from '../../calls/access';
import { optionalCall } from '../../calls/optional-call';
import { flattenTokenPages } from '../../calls/pages';
import { tagsOf } from '../../fields/tags';

export const tagPermission = 'codedeploy:ListTagsForResource';

/** The tags of an application or deployment group, by its ARN; none where they may not be read. */
export async function readTags(access: AwsAccess, ResourceArn: string): Promise<{ [key: string]: string }> {
  const client = access.client(CodeDeployClient);
  const pages = flattenTokenPages(
    (NextToken) => client.send(new ListTagsForResourceCommand({ ResourceArn, NextToken })),
    (page) => page.Tags,
    (page) => page.NextToken,
  );
  const list = await optionalCall(access, {
    permission: tagPermission,
    about: ResourceArn,
    async call() {
      const tags: Tag[] = [];
      for await (const tag of pages) tags.push(tag);
      return tags;
    },
  });
  return tagsOf(list);
}
