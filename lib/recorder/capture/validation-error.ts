import type { ObservedResource } from '../sources/port';

/** Both are more than AWS has (256 and 768 characters in its service model), and fit into an index together. */
const longestType = 512;
const longestId = 1_024;

/** Why a resource cannot be recorded, for people; undefined when it can. One of a million is not to stop the others. */
export function validationError(resource: ObservedResource): string | undefined {
  const { resourceType, resourceId, resourceName, ARN, awsRegion, availabilityZone } = resource;
  const name = JSON.stringify(`${resourceType.slice(0, 100)} ${resourceId.slice(0, 100)}`);
  if (Buffer.byteLength(resourceType) > longestType)
    return `The type of ${name} is longer than ${longestType} bytes; it is passed over.`;
  if (Buffer.byteLength(resourceId) > longestId)
    return `The id of ${name} is longer than ${longestId} bytes; it is passed over.`;
  for (const text of [resourceType, resourceId, resourceName, ARN, awsRegion, availabilityZone]) {
    if (text === undefined || (text.isWellFormed() && !text.includes('\0'))) continue;
    return `A name of ${name} holds a NUL character or half of a surrogate pair; it is passed over.`;
  }
  return undefined;
}
