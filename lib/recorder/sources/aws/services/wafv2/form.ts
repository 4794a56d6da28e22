import { camelCase } from '../../fields/casing';
import type { Description } from '../../resource-type';

/**
 * What AWS Config has of the types of WAF: the fields of WAF's own API, and the ARN as `resourceARN` (property files of
 * awslabs/aws-config-resource-schema). The id is the ARN, by which WAF's rules refer to one another; no real item was seen.
 *
 * @param more fields that AWS Config has otherwise than WAF
 */
export function wafForm(
  resource: { Name?: string; ARN?: string },
  tags: { [key: string]: string },
  more: { [name: string]: string[] | string | undefined } = {},
): Description {
  const { ARN: arn, ...fields } = resource;
  return {
    id: arn,
    name: resource.Name,
    arn,
    zone: 'Not Applicable',
    tags,
    configuration: camelCase({ ...fields, ResourceARN: arn, ...more }, { maps: ['CustomResponseBodies'] }),
  };
}
