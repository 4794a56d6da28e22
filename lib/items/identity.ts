import { normalizeType } from './resource-type';
import type { Scope } from './scope';

/** Names one resource within an account and Region: what AWS Config's API calls a resource key. */
export interface ResourceKey {
  resourceType: string;
  resourceId: string;
}

/** Names one resource among all accounts and Regions. The account and Region are empty where nothing tells them. */
export interface ResourceIdentity extends Scope, ResourceKey {}

/**
 * One string for a resource of a known account and Region, the same for two exactly if they are of one resource:
 * `aws::ec2::volume/vol-1`. A slash or percent sign of the type is escaped, as in `printIdentity`.
 */
export function resourceKey({ resourceType, resourceId }: ResourceKey): string {
  return `${escapePart(normalizeType(resourceType))}/${resourceId}`;
}

/**
 * The printed form, like the end of an ARN: `111122223333/eu-west-1/AWS::Logs::LogGroup//aws/lambda/f`. A slash or percent sign in the
 * first three parts is escaped; the id stands as it is. `parseIdentity` gives back the same strings, whatever they hold.
 */
export function printIdentity({ accountId, region, resourceType, resourceId }: ResourceIdentity): string {
  return `${escapePart(accountId)}/${escapePart(region)}/${escapePart(resourceType)}/${resourceId}`;
}

/** The identity that `printIdentity` printed; undefined where the text is no such form. */
export function parseIdentity(printed: string): ResourceIdentity | undefined {
  const [, accountId, region, resourceType, resourceId] = printedForm.exec(printed) ?? [];
  if (accountId === undefined || region === undefined || resourceType === undefined || resourceId === undefined)
    return undefined;
  return {
    accountId: unescapePart(accountId),
    region: unescapePart(region),
    resourceType: unescapePart(resourceType),
    resourceId,
  };
}

/** The printed form with the type as it is compared: equal for two identities exactly if they are of one resource. */
export function identityKey(identity: ResourceIdentity): string {
  return printIdentity({ ...identity, resourceType: normalizeType(identity.resourceType) });
}

/** Whether two identities are of one resource: types compare without regard to case, all else is compared exactly. */
export function isSameResource(a: ResourceIdentity, b: ResourceIdentity): boolean {
  return (
    a.resourceId === b.resourceId &&
    a.region === b.region &&
    a.accountId === b.accountId &&
    normalizeType(a.resourceType) === normalizeType(b.resourceType)
  );
}

const printedForm = /^([^/]*)\/([^/]*)\/([^/]*)\/(.*)$/s;

function escapePart(part: string): string {
  // Hardly any has one: to look is cheaper than to replace.
  return /[%/]/.test(part) ? part.replaceAll('%', '%25').replaceAll('/', '%2F') : part;
}

function unescapePart(part: string): string {
  return part.replace(/%(25|2F)/gi, (_, code) => (code === '25' ? '%' : '/'));
}
