import { z } from 'zod';
import type { SettingGroup } from '../setting';
import { isUnique, list, regionPattern, timeBetween } from '../values';

const regions = z
  .string()
  .transform(list)
  .refine(isUnique, 'names a Region twice')
  .pipe(
    z.array(z.string().regex(regionPattern, 'must be a list, separated by commas, of AWS Regions such as us-west-2')),
  );

/**
 * Names of types in AWS's part of the CloudFormation registry, separated by commas.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeType.html
 */
const registryTypes = z
  .string()
  .transform((text) => [...new Set(list(text))])
  .refine(
    (names) => names.length <= 200 && names.every((name) => /^[A-Za-z0-9]{2,64}(::[A-Za-z0-9]{2,64}){2}$/.test(name)),
    'must be a list, separated by commas, of at most 200 resource types such as AWS::Logs::LogGroup',
  );

/** How the source aws reads the account, and in which Regions what is recorded. */
export const awsSourceSettings = {
  SNAPSCOPE_AWS_REGIONS: {
    schema: regions,
    whenAbsent: 'AWS_REGION',
    description:
      'Regions that are recorded besides AWS_REGION, separated by commas, such as eu-west-1,ap-south-1: source aws is asked in each, and each takes its own resources out of files.',
    common: true,
  },
  SNAPSCOPE_AWS_ROLE_ARN: {
    schema: z
      .string()
      .regex(
        /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/,
        'must be the ARN of a role, such as arn:aws:iam::123456789012:role/snapscope',
      ),
    whenAbsent: 'the credentials themselves',
    description:
      'Source aws only: role to assume with the AWS credentials, such as arn:aws:iam::123456789012:role/snapscope.',
  },
  SNAPSCOPE_AWS_EXTERNAL_ID: {
    schema: z
      .string()
      .regex(/^[\w+=,.@:/-]{2,1224}$/, 'must be an external id: 2 to 1224 letters, digits and +=,.@:/-_'),
    whenAbsent: 'none',
    description: 'Source aws only: external id that the role asks for.',
    secret: 'whole',
  },
  SNAPSCOPE_AWS_CLOUD_CONTROL_TYPES: {
    schema: registryTypes,
    whenAbsent: 'none',
    description:
      'Source aws only: types to be recorded besides those that Snapscope knows, separated by commas, such as AWS::Logs::LogGroup. They are listed through the Cloud Control API.',
  },
  SNAPSCOPE_AWS_TIMEOUT: {
    schema: timeBetween(1_000, 600_000, 'must be a time from 1s to 10m in seconds or minutes, such as 20s or 2m'),
    default: '60s',
    description:
      'Source aws only: how long one answer of AWS is waited for, from 1s to 10m. A call without answer is made again three times.',
  },
} as const satisfies SettingGroup['settings'];
