import type { TagResourceRequest } from '@aws-sdk/client-config-service';
import { requireTaggable, type TaggablePorts } from '../../lookups/tagged-resource';
import type { Operation, WirePorts } from '../../operation';
import { checkedTags } from '../../shapes/tag-list';

/** Adds tags to what can bear them, or gives present ones another value. */
export const tagResource =
  (ports: TaggablePorts & Pick<WirePorts, 'tags'>): Operation<TagResourceRequest, void> =>
  async ({ ResourceArn, Tags }, scope) => {
    const checked = checkedTags(Tags);
    await requireTaggable(ports, scope, ResourceArn);
    await ports.tags.add(scope, ResourceArn, checked);
  };
