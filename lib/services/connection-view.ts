import type { Scope } from '../items/scope';
import type { Settings } from '../settings/settings';
import { operationSupport } from '../wire/operation-support';
import type { ScopeEngine } from './scope-engine';

/** What somebody must know to point an AWS client at us (`connectView` in the browser contract): no secrets. */
export async function connectionView(
  scope: Scope,
  { delivery }: Pick<ScopeEngine, 'delivery'>,
  { accessKeys, loopbackOnly }: { accessKeys: Settings['accessKeys']; loopbackOnly: boolean },
) {
  const channel = await delivery.findChannel();
  return {
    ...scope,
    channel: channel && { name: channel.name, s3BucketName: channel.s3BucketName },
    accessKeys: accessKeys.map(({ accessKeyId, accountId }) => ({ accessKeyId, accountId })),
    loopbackOnly,
    operations: operationSupport,
  };
}
