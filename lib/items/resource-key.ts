import { normalizeType } from './resource-type';

/** Names one resource within an account and region. */
export interface ResourceIdentity {
  resourceType: string;
  resourceId: string;
}

/** One string for a resource, equal for equal resources whatever the case of the type: `aws::ec2::volume/vol-1`. */
export function resourceKey({ resourceType, resourceId }: ResourceIdentity): string {
  return `${normalizeType(resourceType)}/${resourceId}`;
}
