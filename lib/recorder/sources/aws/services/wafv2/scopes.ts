import { ListTagsForResourceCommand, type Scope, type Tag, WAFV2Client } from '@aws-sdk/client-wafv2';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenTokenPages } from '../../calls/pages';
import { tagsOf } from '../../fields/tags';

/*
 * Web ACLs and what they are made of stand in one of two scopes: that of the Region, and that of CloudFront, which WAF answers for in
 * us-east-1 alone (https://docs.aws.amazon.com/waf/latest/APIReference/API_ListWebACLs.html). An item of the latter is recorded there.
 */

export const tagPermission = 'wafv2:ListTagsForResource';

/** What the list of any of these types tells. */
export interface Summary {
  Name?: string;
  Id?: string;
  ARN?: string;
}

interface Page {
  items: Summary[] | undefined;
  NextMarker?: string;
}

/** One resource with its scope and tags. */
export interface Scoped<Resource> {
  resource: Resource;
  scope: Scope;
  tags: { [key: string]: string };
}

/**
 * All resources of one type, in both scopes where both are answered for.
 *
 * @param list one page of a scope, from a marker on
 * @param read one resource by what its list tells; undefined where it is gone meanwhile
 */
export async function* ofAllScopes<Resource extends object>(
  access: AwsAccess,
  list: (client: WAFV2Client, input: { Scope: Scope; NextMarker: string | undefined }) => Promise<Page>,
  read: (
    client: WAFV2Client,
    input: Required<Pick<Summary, 'Name' | 'Id'>> & { Scope: Scope },
  ) => Promise<Resource | undefined>,
): AsyncGenerator<Scoped<Resource>> {
  const client = access.client(WAFV2Client);
  const scopes: Scope[] = access.region === 'us-east-1' ? ['REGIONAL', 'CLOUDFRONT'] : ['REGIONAL'];
  for (const scope of scopes) {
    const summaries = flattenTokenPages(
      (NextMarker) => list(client, { Scope: scope, NextMarker }),
      (page) => page.items,
      (page) => page.NextMarker,
    );
    yield* enrich(summaries, ({ Name = '', Id = '', ARN }) =>
      ignoreNotFound(['WAFNonexistentItemException'], async () => {
        const resource = await read(client, { Name, Id, Scope: scope });
        return resource === undefined ? undefined : { resource, scope, tags: await readTags(access, ARN) };
      }),
    );
  }
}

async function readTags(access: AwsAccess, ResourceARN: string | undefined): Promise<{ [key: string]: string }> {
  const client = access.client(WAFV2Client);
  const list = await optionalCall(access, {
    permission: tagPermission,
    about: ResourceARN ?? 'a resource of WAF',
    async call() {
      const tags: Tag[] = [];
      const pages = flattenTokenPages(
        (NextMarker) => client.send(new ListTagsForResourceCommand({ ResourceARN, NextMarker, Limit: 100 })),
        (page) => page.TagInfoForResource?.TagList,
        (page) => page.NextMarker,
      );
      for await (const tag of pages) tags.push(tag);
      return tags;
    },
  });
  return tagsOf(list);
}
