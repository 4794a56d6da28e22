import type { UntagResourceRequest } from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../operation';
import { requireTaggable } from './tagged-resource';

/** Removes tags by their keys; keys that are not there are no error. */
export const untagResource =
  (ports: Pick<WirePorts, 'recorder' | 'storedQueries' | 'tags'>): Operation<UntagResourceRequest, void> =>
  async ({ ResourceArn, TagKeys }, scope) => {
    await requireTaggable(ports, scope, ResourceArn);
    await ports.tags.remove(scope, ResourceArn, TagKeys);
  };
