import { type AliasListEntry, KMSClient, paginateListAliases } from '@aws-sdk/client-kms';
import { flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { resourceType } from '../../resource-type';

/**
 * In the form of the CloudFormation registry (property file of awslabs/aws-config-resource-schema). AWS's own (`alias/aws/ebs`) are there
 * as well, also where they have no key yet: the registry lists whatever KMS lists, without a look at the names
 * (aws-cloudformation/aws-cloudformation-resource-providers-kms).
 */
export const alias = resourceType<AliasListEntry>({
  resourceType: 'AWS::KMS::Alias',
  permissions: ['kms:ListAliases'],
  list: ({ client }) =>
    flattenPages(paginateListAliases({ client: client(KMSClient), pageSize: 100 }, {}), ({ Aliases }) => Aliases),
  describe: (alias) => ({
    id: alias.AliasName,
    name: alias.AliasName,
    arn: alias.AliasArn,
    createdAt: alias.CreationDate,
    zone: 'Regional',
    configuration: asSpelt({ AliasName: alias.AliasName, TargetKeyId: alias.TargetKeyId }),
  }),
});
