import { type DhcpOptions, EC2Client, paginateDescribeDhcpOptions } from '@aws-sdk/client-ec2';
import { flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/**
 * In the form of the CloudFormation registry (property file of awslabs/aws-config-resource-schema), in which each option has a field of
 * its own. EC2 lists them by the names that DHCP has for them.
 */
export const dhcpOptions = resourceType<DhcpOptions>({
  resourceType: 'AWS::EC2::DHCPOptions',
  permissions: ['ec2:DescribeDhcpOptions'],
  list: ({ client }) =>
    flattenPages(
      paginateDescribeDhcpOptions({ client: client(EC2Client), pageSize: 500 }, {}),
      (page) => page.DhcpOptions,
    ),
  describe: (options, { arn }) => {
    const tags = tagsOf(options.Tags);
    return {
      id: options.DhcpOptionsId,
      name: options.DhcpOptionsId,
      arn: arn('ec2', `dhcp-options/${options.DhcpOptionsId}`),
      zone: 'Regional',
      tags,
      configuration: {
        ...asSpelt({
          DhcpOptionsId: options.DhcpOptionsId,
          DomainName: valuesOf(options, 'domain-name')?.[0],
          DomainNameServers: valuesOf(options, 'domain-name-servers'),
          Ipv6AddressPreferredLeaseTime: numberOf(options, 'ipv6-address-preferred-lease-time'),
          NetbiosNameServers: valuesOf(options, 'netbios-name-servers'),
          NetbiosNodeType: numberOf(options, 'netbios-node-type'),
          NtpServers: valuesOf(options, 'ntp-servers'),
        }),
        Tags: registryTags(tags),
      },
    };
  },
});

function valuesOf({ DhcpConfigurations }: DhcpOptions, key: string): string[] | undefined {
  return DhcpConfigurations?.find(({ Key }) => Key === key)?.Values?.flatMap(({ Value }) => Value ?? []);
}

function numberOf(options: DhcpOptions, key: string): number | undefined {
  const value = valuesOf(options, key)?.[0];
  return value === undefined ? undefined : Number(value);
}
