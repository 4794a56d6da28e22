import {
  EC2Client,
  paginateDescribeTransitGatewayRouteTables,
  paginateDescribeTransitGatewayVpcAttachments,
  type TransitGatewayRouteTable,
  type TransitGatewayVpcAttachment,
} from '@aws-sdk/client-ec2';
import { flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/** What is deleted is told of for a while. */
const exists = ({ State }: { State?: string }) => State !== 'deleted';

/**
 * In the form of the CloudFormation registry (property file of awslabs/aws-config-resource-schema), whose type of this name holds
 * attachments of VPCs alone.
 */
export const transitGatewayAttachment = resourceType<TransitGatewayVpcAttachment>({
  resourceType: 'AWS::EC2::TransitGatewayAttachment',
  permissions: ['ec2:DescribeTransitGatewayVpcAttachments'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeTransitGatewayVpcAttachments({ client: client(EC2Client), pageSize: 500 }, {}),
      ({ TransitGatewayVpcAttachments }) => TransitGatewayVpcAttachments?.filter(exists),
    ),
  describe: (attachment, { arn }) => {
    const id = attachment.TransitGatewayAttachmentId;
    const tags = tagsOf(attachment.Tags);
    return {
      id,
      name: id,
      arn: arn('ec2', `transit-gateway-attachment/${id}`),
      createdAt: attachment.CreationTime,
      zone: 'Regional',
      tags,
      configuration: {
        ...asSpelt({
          Id: id,
          TransitGatewayId: attachment.TransitGatewayId,
          VpcId: attachment.VpcId,
          SubnetIds: attachment.SubnetIds,
          Options: attachment.Options,
        }),
        Tags: registryTags(tags),
      },
    };
  },
});

/** The same form; AWS Config calls `Id` what the registry calls `TransitGatewayRouteTableId` by now. */
export const transitGatewayRouteTable = resourceType<TransitGatewayRouteTable>({
  resourceType: 'AWS::EC2::TransitGatewayRouteTable',
  permissions: ['ec2:DescribeTransitGatewayRouteTables'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeTransitGatewayRouteTables({ client: client(EC2Client), pageSize: 500 }, {}),
      ({ TransitGatewayRouteTables }) => TransitGatewayRouteTables?.filter(exists),
    ),
  describe: (table, { arn }) => {
    const id = table.TransitGatewayRouteTableId;
    const tags = tagsOf(table.Tags);
    return {
      id,
      name: id,
      arn: arn('ec2', `transit-gateway-route-table/${id}`),
      createdAt: table.CreationTime,
      zone: 'Regional',
      tags,
      configuration: {
        ...asSpelt({ Id: id, TransitGatewayId: table.TransitGatewayId }),
        Tags: registryTags(tags),
      },
    };
  },
});
