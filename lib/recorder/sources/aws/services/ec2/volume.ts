import { EC2Client, paginateDescribeVolumes, type Volume } from '@aws-sdk/client-ec2';
import { flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

export const volume = resourceType<Volume>({
  resourceType: 'AWS::EC2::Volume',
  permissions: ['ec2:DescribeVolumes'],
  list: ({ client }) =>
    flattenPages(paginateDescribeVolumes({ client: client(EC2Client), pageSize: 500 }, {}), ({ Volumes }) => Volumes),
  describe: (volume, { arn }) => ({
    id: volume.VolumeId,
    arn: arn('ec2', `volume/${volume.VolumeId}`),
    createdAt: volume.CreateTime,
    zone: volume.AvailabilityZone,
    tags: tagsOf(volume.Tags),
    configuration: camelCase(volume),
  }),
  related: {
    'AWS::EC2::Instance': ({ Attachments }) => Attachments?.map(({ InstanceId }) => InstanceId),
  },
});
