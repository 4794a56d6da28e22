/**
 * Lists whose order says nothing, by the name of the field that holds them (case and place do not matter): AWS answers with
 * them in another order from one call to the next, or documents them as sets. Each name stands here for a reason:
 *
 * - EC2: security group rules and what they name ("The rules are evaluated together", user guide, Security group rules), groups and
 *   addresses of interfaces, associations and propagating gateways of route tables, attachments of gateways.
 * - Load balancing: zones, subnets, security groups, registered targets. (Listener rules, actions and conditions keep their order.)
 * - Auto Scaling: zones, load balancers, target groups, the instances of a group, suspended processes.
 * - RDS: security groups, subnets and parameter groups of an instance, members of a cluster, exported logs.
 * - IAM: attached policies, groups of a user, roles of a profile. (Statements of policies are within strings and stay as they are.)
 * - CloudFormation's resource model marks as sets (`insertionOrder: false`) subnets, security groups and tags nearly throughout.
 *
 * What is not here keeps its order: a change too many is better than one that is missed.
 */
export const setLikeNames: readonly string[] = [
  // Security groups and network interfaces
  ['ipPermissions', 'ipPermissionsEgress', 'ipRanges', 'ipv4Ranges', 'ipv6Ranges', 'prefixListIds', 'userIdGroupPairs'],
  ['groups', 'groupSet', 'securityGroups', 'securityGroupIds', 'vpcSecurityGroups', 'vpcSecurityGroupIds'],
  ['dbSecurityGroups', 'privateIpAddresses', 'ipv6Addresses', 'ipv6Prefixes', 'ipv4Prefixes', 'networkInterfaces'],
  // VPCs
  ['subnets', 'subnetIds', 'routeTableIds', 'networkInterfaceIds', 'associations', 'propagatingVgws', 'attachments'],
  ['cidrBlockAssociationSet', 'ipv6CidrBlockAssociationSet', 'blockDeviceMappings', 'productCodes', 'vpcAttachments'],
  // Zones and load balancers
  ['availabilityZones', 'loadBalancerNames', 'loadBalancerArns', 'targetGroupARNs', 'targetGroupArns', 'instances'],
  ['suspendedProcesses', 'enabledMetrics', 'targets'],
  // RDS
  [
    'dbParameterGroups',
    'optionGroupMemberships',
    'dbClusterMembers',
    'associatedRoles',
    'readReplicaDBInstanceIdentifiers',
  ],
  ['enabledCloudwatchLogsExports', 'domainMemberships'],
  // IAM
  ['attachedManagedPolicies', 'attachedPolicies', 'groupList', 'rolePolicyList', 'userPolicyList', 'groupPolicyList'],
  ['instanceProfileList'],
].flat();

const setLike: ReadonlySet<string> = new Set(setLikeNames.map((name) => name.toLowerCase()));

/** Whether the list in a field of this name is a set: its order does not tell two resources apart. */
export function isSetLike(memberName: string): boolean {
  return setLike.has(memberName.toLowerCase());
}
