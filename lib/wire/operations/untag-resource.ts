import type { UntagResourceRequest } from '@aws-sdk/client-config-service';
import type { Operation, WireServices } from '../operation';
import { requireTaggable } from './tagged-resource';

/** Removes tags by their keys; keys that are not there are no error. */
export const untagResource =
  (services: Pick<WireServices, 'recorder' | 'storedQueries' | 'tags'>): Operation<UntagResourceRequest, void> =>
  async ({ ResourceArn, TagKeys }, scope) => {
    await requireTaggable(services, scope, ResourceArn);
    await services.tags.remove(scope, ResourceArn, TagKeys);
  };
