import type { UntagResourceRequest } from '@aws-sdk/client-config-service';
import { requireTaggable, type TaggablePorts } from '../../lookups/tagged-resource';
import type { Operation, WirePorts } from '../../operation';

/** Removes tags by their keys; keys that are not there are no error. */
export const untagResource =
  (ports: TaggablePorts & Pick<WirePorts, 'tags'>): Operation<UntagResourceRequest, void> =>
  async ({ ResourceArn, TagKeys }, scope) => {
    await requireTaggable(ports, scope, ResourceArn);
    await ports.tags.remove(scope, ResourceArn, TagKeys);
  };
