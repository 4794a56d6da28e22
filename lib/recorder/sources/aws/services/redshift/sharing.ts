import {
  type EndpointAccess,
  type EndpointAuthorization,
  type Integration,
  paginateDescribeEndpointAccess,
  paginateDescribeEndpointAuthorization,
  paginateDescribeIntegrations,
  paginateDescribeScheduledActions,
  RedshiftClient,
  type ScheduledAction,
} from '@aws-sdk/client-redshift';
import { flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/*
 * The types of Redshift that AWS Config took from the CloudFormation registry, whose fields are those of Redshift's own API (property files of
 * awslabs/aws-config-resource-schema).
 */

export const endpointAccess = resourceType<EndpointAccess>({
  resourceType: 'AWS::Redshift::EndpointAccess',
  permissions: ['redshift:DescribeEndpointAccess'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeEndpointAccess({ client: client(RedshiftClient) }, {}),
      (page) => page.EndpointAccessList,
    ),
  describe: (endpoint) => ({
    id: endpoint.EndpointName,
    name: endpoint.EndpointName,
    createdAt: endpoint.EndpointCreateTime,
    zone: 'Regional',
    configuration: asSpelt({
      ...endpoint,
      VpcSecurityGroupIds: endpoint.VpcSecurityGroups?.map(({ VpcSecurityGroupId }) => VpcSecurityGroupId),
    }),
  }),
});

/** By the cluster and the account that may reach it. */
export const endpointAuthorization = resourceType<EndpointAuthorization>({
  resourceType: 'AWS::Redshift::EndpointAuthorization',
  permissions: ['redshift:DescribeEndpointAuthorization'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeEndpointAuthorization({ client: client(RedshiftClient) }, {}),
      (page) => page.EndpointAuthorizationList,
    ),
  describe: ({ ClusterIdentifier, Grantee, ...authorization }) => {
    const id = `${ClusterIdentifier}|${Grantee}`;
    return {
      id,
      name: id,
      createdAt: authorization.AuthorizeTime,
      zone: 'Regional',
      configuration: asSpelt({ ClusterIdentifier, Account: Grantee, Grantee, ...authorization }),
    };
  },
});

/** When it comes next moves on by itself, and is left out. */
export const scheduledAction = resourceType<ScheduledAction>({
  resourceType: 'AWS::Redshift::ScheduledAction',
  permissions: ['redshift:DescribeScheduledActions'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeScheduledActions({ client: client(RedshiftClient) }, {}),
      (page) => page.ScheduledActions,
    ),
  describe: (action) => ({
    id: action.ScheduledActionName,
    name: action.ScheduledActionName,
    zone: 'Regional',
    configuration: asSpelt(action, { without: ['NextInvocations'] }),
  }),
});

/** Without how it goes at the moment. */
export const integration = resourceType<Integration>({
  resourceType: 'AWS::Redshift::Integration',
  permissions: ['redshift:DescribeIntegrations'],
  list: ({ client }) =>
    flattenPages(paginateDescribeIntegrations({ client: client(RedshiftClient) }, {}), (page) => page.Integrations),
  describe: (integration) => ({
    id: integration.IntegrationArn,
    name: integration.IntegrationName,
    arn: integration.IntegrationArn,
    createdAt: integration.CreateTime,
    zone: 'Regional',
    tags: tagsOf(integration.Tags),
    configuration: asSpelt(integration, {
      maps: ['AdditionalEncryptionContext'],
      without: ['Status', 'Errors', 'Description'],
    }),
  }),
});
