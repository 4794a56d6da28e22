import {
  DescribeVpcBlockPublicAccessExclusionsCommand,
  DescribeVpcBlockPublicAccessOptionsCommand,
  EC2Client,
  GetSnapshotBlockPublicAccessStateCommand,
  type VpcBlockPublicAccessExclusion,
} from '@aws-sdk/client-ec2';
import { flattenTokenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/*
 * What an account blocks in a Region: one resource of each type at most, which goes by the account's number, in the form of the
 * CloudFormation registry. Where nothing is blocked there is none: the registry's schemas have no such state, and to delete the resource is
 * what ends the blocking.
 */

export const snapshotBlockPublicAccess = resourceType<string>({
  resourceType: 'AWS::EC2::SnapshotBlockPublicAccess',
  permissions: ['ec2:GetSnapshotBlockPublicAccessState'],
  async *list({ client }) {
    const { State } = await client(EC2Client).send(new GetSnapshotBlockPublicAccessStateCommand({}));
    if (State !== undefined && State !== 'unblocked') yield State;
  },
  describe: (State, { accountId }) => ({
    id: accountId,
    name: accountId,
    zone: 'Regional',
    configuration: { AccountId: accountId, State },
  }),
});

export const vpcBlockPublicAccessOptions = resourceType<{ mode: string; exclusions: string | undefined }>({
  resourceType: 'AWS::EC2::VPCBlockPublicAccessOptions',
  permissions: ['ec2:DescribeVpcBlockPublicAccessOptions'],
  async *list({ client }) {
    const answer = await client(EC2Client).send(new DescribeVpcBlockPublicAccessOptionsCommand({}));
    const { InternetGatewayBlockMode: mode, ExclusionsAllowed: exclusions } = answer.VpcBlockPublicAccessOptions ?? {};
    if (mode !== undefined && mode !== 'off') yield { mode, exclusions };
  },
  describe: ({ mode, exclusions }, { accountId }) => ({
    id: accountId,
    name: accountId,
    zone: 'Regional',
    configuration: asSpelt({
      AccountId: accountId,
      InternetGatewayBlockMode: mode,
      ExclusionsAllowed: exclusions,
    }),
  }),
});

/** States of exclusions that are told of for a while though there are none. */
const gone = new Set(['create-failed', 'delete-complete', 'disable-complete']);

/** A VPC or subnet to which the options do not apply. */
export const vpcBlockPublicAccessExclusion = resourceType<VpcBlockPublicAccessExclusion>({
  resourceType: 'AWS::EC2::VPCBlockPublicAccessExclusion',
  permissions: ['ec2:DescribeVpcBlockPublicAccessExclusions'],
  list: ({ client }) =>
    flattenTokenPages(
      (NextToken) => client(EC2Client).send(new DescribeVpcBlockPublicAccessExclusionsCommand({ NextToken })),
      (page) => page.VpcBlockPublicAccessExclusions?.filter(({ State }) => !gone.has(State ?? '')),
      (page) => page.NextToken,
    ),
  describe: (exclusion) => {
    const { ExclusionId: id, ResourceArn } = exclusion;
    const [, kind, resourceId] = /:(vpc|subnet)\/([^/]+)$/.exec(ResourceArn ?? '') ?? [];
    const tags = tagsOf(exclusion.Tags);
    return {
      id,
      name: id,
      createdAt: exclusion.CreationTimestamp,
      zone: 'Regional',
      tags,
      configuration: {
        ...asSpelt({
          ExclusionId: id,
          InternetGatewayExclusionMode: exclusion.InternetGatewayExclusionMode,
          VpcId: kind === 'vpc' ? resourceId : undefined,
          SubnetId: kind === 'subnet' ? resourceId : undefined,
        }),
        Tags: registryTags(tags),
      },
    };
  },
});
