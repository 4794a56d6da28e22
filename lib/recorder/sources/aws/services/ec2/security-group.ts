import { EC2Client, type IpPermission, paginateDescribeSecurityGroups, type SecurityGroup } from '@aws-sdk/client-ec2';
import { flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/** AWS Config has `ipRanges` as a list of strings, as EC2 once answered it, and today's ranges as `ipv4Ranges`. */
function permission({ IpRanges = [], ...more }: IpPermission) {
  return { ...more, Ipv4Ranges: IpRanges, IpRanges: IpRanges.map(({ CidrIp }) => CidrIp) };
}

export const securityGroup = resourceType<SecurityGroup>({
  resourceType: 'AWS::EC2::SecurityGroup',
  permissions: ['ec2:DescribeSecurityGroups'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeSecurityGroups({ client: client(EC2Client), pageSize: 500 }, {}),
      ({ SecurityGroups }) => SecurityGroups,
    ),
  describe: (group, { arn }) => ({
    id: group.GroupId,
    name: group.GroupName,
    arn: group.SecurityGroupArn ?? arn('ec2', `security-group/${group.GroupId}`),
    zone: 'Not Applicable',
    tags: tagsOf(group.Tags),
    configuration: camelCase({
      ...group,
      IpPermissions: group.IpPermissions?.map(permission) ?? [],
      IpPermissionsEgress: group.IpPermissionsEgress?.map(permission) ?? [],
    }),
  }),
  related: {
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});
