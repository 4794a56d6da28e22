import type { UntagResourceRequest } from '@aws-sdk/client-config-service';
import { requireTaggable } from '../../lookups/tagged-resource';
import type { Operation, WirePorts } from '../../operation';

/** Removes tags by their keys; keys that are not there are no error. */
export const untagResource =
  (ports: Pick<WirePorts, 'recorder' | 'storedQueries' | 'tags'>): Operation<UntagResourceRequest, void> =>
  async ({ ResourceArn, TagKeys }, scope) => {
    await requireTaggable(ports, scope, ResourceArn);
    await ports.tags.remove(scope, ResourceArn, TagKeys);
  };
