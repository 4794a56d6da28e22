import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-config-service';
import { requireTaggable, type TaggablePorts } from '../../lookups/tagged-resource';
import type { Operation, WirePorts } from '../../operation';
import { cutPage, pagePosition } from '../../shapes/page-token';

const defaultPageSize = 50;

/** The tags of what can bear them, by key. */
export const listTagsForResource =
  (
    ports: TaggablePorts & Pick<WirePorts, 'tags'>,
  ): Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> =>
  async ({ ResourceArn, Limit, NextToken }, scope) => {
    const context = ['ListTagsForResource', scope, ResourceArn];
    const after = pagePosition(context, NextToken);
    await requireTaggable(ports, scope, ResourceArn);
    const pageSize = Limit || defaultPageSize;
    const found = await ports.tags.list(scope, ResourceArn, { after, limit: pageSize + 1 });
    const page = cutPage(found, pageSize, context, (last) => last.key);
    return { Tags: page.entries.map(({ key, value }) => ({ Key: key, Value: value })), NextToken: page.nextToken };
  };
