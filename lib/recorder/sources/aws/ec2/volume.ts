import { EC2Client, paginateDescribeVolumes, type Volume } from '@aws-sdk/client-ec2';
import { camelCase } from '../casing';
import { pages } from '../pages';
import { resourceType } from '../resource-type';
import { tagsOf } from '../tags';

export const volume = resourceType<Volume>({
  resourceType: 'AWS::EC2::Volume',
  permissions: ['ec2:DescribeVolumes'],
  list: ({ client }) =>
    pages(paginateDescribeVolumes({ client: client(EC2Client), pageSize: 500 }, {}), ({ Volumes }) => Volumes),
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
