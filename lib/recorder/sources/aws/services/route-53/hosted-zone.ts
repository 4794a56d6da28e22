import {
  GetHostedZoneCommand,
  type GetHostedZoneResponse,
  type HostedZone,
  ListTagsForResourceCommand,
  paginateListHostedZones,
  paginateListQueryLoggingConfigs,
  type QueryLoggingConfig,
  Route53Client,
  type Tag,
} from '@aws-sdk/client-route-53';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeHostedZone {
  id: string;
  zone: HostedZone;
  details: Partial<GetHostedZoneResponse>;
  logging: QueryLoggingConfig | undefined;
  tags: Tag[] | undefined;
}

/** Where AWS Config records what Route 53 has for all regions: see the example item of awslabs/aws-config-rdk. */
const homeRegions: { [partition: string]: string } = { aws: 'us-east-1' };

/** With the field names of the CloudFormation registry. How many records a zone has, is none of them. */
export const hostedZone = resourceType<WholeHostedZone>({
  resourceType: 'AWS::Route53::HostedZone',
  permissions: [
    'route53:ListHostedZones',
    'route53:GetHostedZone',
    'route53:ListTagsForResource',
    'route53:ListQueryLoggingConfigs',
  ],
  global: true,
  async *list(access) {
    const client = access.client(Route53Client);
    const logging = await readLogging(access);
    yield* enrich(
      flattenPages(paginateListHostedZones({ client }, {}), ({ HostedZones }) => HostedZones),
      (zone) => ignoreNotFound(['NoSuchHostedZone'], () => readWhole(access, zone, logging)),
    );
  },
  describe: ({ id, zone, details, logging, tags: list }, { arn, partition, region }) => {
    const tags = tagsOf(list);
    return {
      id,
      name: zone.Name,
      arn: arn('route53', `hostedzone/${id}`, { region: '', accountId: '' }),
      zone: 'Regional',
      region: homeRegions[partition] ?? region,
      tags,
      configuration: {
        ...asSpelt({
          Id: id,
          Name: zone.Name,
          HostedZoneConfig: zone.Config?.Comment === undefined ? {} : { Comment: zone.Config.Comment },
          NameServers: details.DelegationSet?.NameServers ?? [],
          VPCs: (details.VPCs ?? []).map(({ VPCId, VPCRegion }) => ({ VPCId, VPCRegion })),
          QueryLoggingConfig: logging && { CloudWatchLogsLogGroupArn: logging },
        }),
        HostedZoneTags: registryTags(tags),
      },
    };
  },
});

/** Asked for all zones at once, since Route 53 takes but five calls a second. A zone has at most one. */
async function readLogging(access: AwsAccess): Promise<QueryLoggingConfig[]> {
  const asked = await optionalCall(access, {
    permission: 'route53:ListQueryLoggingConfigs',
    about: 'hosted zones',
    async call() {
      const all: QueryLoggingConfig[] = [];
      const paginator = paginateListQueryLoggingConfigs({ client: access.client(Route53Client) }, {});
      for await (const { QueryLoggingConfigs } of paginator) all.push(...(QueryLoggingConfigs ?? []));
      return all;
    },
  });
  return asked ?? [];
}

async function readWhole(
  access: AwsAccess,
  zone: HostedZone,
  logging: readonly QueryLoggingConfig[],
): Promise<WholeHostedZone> {
  const client = access.client(Route53Client);
  const id = zone.Id?.split('/').at(-1) ?? '';
  const details = await client.send(new GetHostedZoneCommand({ Id: id }));
  const tagged = await optionalCall(access, {
    permission: 'route53:ListTagsForResource',
    about: `hosted zone ${id}`,
    call: () => client.send(new ListTagsForResourceCommand({ ResourceType: 'hostedzone', ResourceId: id })),
  });
  const queries = logging.find(({ HostedZoneId }) => HostedZoneId?.split('/').at(-1) === id);
  return { id, zone, details, logging: queries, tags: tagged?.ResourceTagSet?.Tags };
}
