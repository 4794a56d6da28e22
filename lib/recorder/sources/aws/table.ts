import { instance } from './ec2/instance';
import { subnet } from './ec2/subnet';
import { volume } from './ec2/volume';
import type { AwsResourceType } from './resource-type';

/** Every type that the AWS source lists. */
export const awsResourceTypes: readonly AwsResourceType[] = [instance, subnet, volume];
