import {
  type ClusterParameterGroup,
  type Parameter,
  paginateDescribeClusterParameterGroups,
  paginateDescribeClusterParameters,
  RedshiftClient,
} from '@aws-sdk/client-redshift';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeGroup {
  group: ClusterParameterGroup;
  parameters: Parameter[];
}

/** With all of its parameters, as AWS Config has it (example item of awslabs/aws-config-rdk). Redshift's own groups are among them. */
export const clusterParameterGroup = resourceType<WholeGroup>({
  resourceType: 'AWS::Redshift::ClusterParameterGroup',
  permissions: ['redshift:DescribeClusterParameterGroups', 'redshift:DescribeClusterParameters'],
  list: (access) =>
    enrich(
      flattenPages(
        paginateDescribeClusterParameterGroups({ client: access.client(RedshiftClient) }, {}),
        (page) => page.ParameterGroups,
      ),
      (group) =>
        ignoreNotFound(['ClusterParameterGroupNotFound', 'ClusterParameterGroupNotFoundFault'], async () => ({
          group,
          parameters: await readParameters(access, group),
        })),
    ),
  describe: ({ group, parameters }, { arn }) => ({
    id: group.ParameterGroupName,
    name: group.ParameterGroupName,
    arn: arn('redshift', `parametergroup:${group.ParameterGroupName}`),
    zone: 'Not Applicable',
    tags: tagsOf(group.Tags),
    configuration: camelCase(group),
    supplementaryConfiguration: { Parameters: parameters.map((parameter) => camelCase(parameter)) },
  }),
});

async function readParameters({ client }: AwsAccess, { ParameterGroupName }: ClusterParameterGroup) {
  const parameters: Parameter[] = [];
  const pages = paginateDescribeClusterParameters({ client: client(RedshiftClient) }, { ParameterGroupName });
  for await (const { Parameters } of pages) parameters.push(...(Parameters ?? []));
  return parameters;
}
