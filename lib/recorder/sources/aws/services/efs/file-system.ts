import {
  type BackupPolicy,
  DescribeBackupPolicyCommand,
  DescribeFileSystemPolicyCommand,
  DescribeLifecycleConfigurationCommand,
  EFSClient,
  type FileSystemDescription,
  type LifecyclePolicy,
  paginateDescribeFileSystems,
} from '@aws-sdk/client-efs';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeFileSystem {
  system: FileSystemDescription;
  lifecycle: LifecyclePolicy[] | undefined;
  backup: BackupPolicy | undefined;
  policy: string | undefined;
}

/** With the field names of the CloudFormation registry (awslabs/aws-config-resource-schema): how full it is, is none of them. */
export const fileSystem = resourceType<WholeFileSystem>({
  resourceType: 'AWS::EFS::FileSystem',
  permissions: [
    'elasticfilesystem:DescribeFileSystems',
    'elasticfilesystem:DescribeLifecycleConfiguration',
    'elasticfilesystem:DescribeBackupPolicy',
    'elasticfilesystem:DescribeFileSystemPolicy',
  ],
  list: (access) =>
    enrich(
      flattenPages(
        paginateDescribeFileSystems({ client: access.client(EFSClient) }, {}),
        ({ FileSystems }) => FileSystems,
      ),
      (system) => ignoreNotFound(['FileSystemNotFound'], () => readWhole(access, system)),
    ),
  describe: ({ system, lifecycle, backup, policy }) => {
    const tags = tagsOf(system.Tags);
    return {
      id: system.FileSystemId,
      // Real items have the id there, whatever the tag Name says.
      name: system.FileSystemId,
      arn: system.FileSystemArn,
      createdAt: system.CreationTime,
      zone: system.AvailabilityZoneName ?? 'Regional',
      tags,
      configuration: {
        ...asSpelt({
          FileSystemId: system.FileSystemId,
          Arn: system.FileSystemArn,
          Encrypted: system.Encrypted,
          KmsKeyId: system.KmsKeyId,
          PerformanceMode: system.PerformanceMode,
          ThroughputMode: system.ThroughputMode,
          ProvisionedThroughputInMibps: system.ProvisionedThroughputInMibps,
          AvailabilityZoneName: system.AvailabilityZoneName,
          FileSystemProtection: system.FileSystemProtection,
          LifecyclePolicies: lifecycle,
          BackupPolicy: backup,
          FileSystemPolicy: policy,
        }),
        FileSystemTags: registryTags(tags),
      },
    };
  },
});

async function readWhole(access: AwsAccess, system: FileSystemDescription): Promise<WholeFileSystem> {
  const client = access.client(EFSClient);
  const { FileSystemId } = system;
  const ask = <Answer>(permission: string, call: () => Promise<Answer>, none?: readonly string[]) =>
    optionalCall(access, { permission, about: `file system ${FileSystemId}`, call, none });
  const lifecycle = await ask('elasticfilesystem:DescribeLifecycleConfiguration', () =>
    client.send(new DescribeLifecycleConfigurationCommand({ FileSystemId })),
  );
  const backup = await ask(
    'elasticfilesystem:DescribeBackupPolicy',
    () => client.send(new DescribeBackupPolicyCommand({ FileSystemId })),
    ['PolicyNotFound'],
  );
  const policy = await ask(
    'elasticfilesystem:DescribeFileSystemPolicy',
    () => client.send(new DescribeFileSystemPolicyCommand({ FileSystemId })),
    ['PolicyNotFound'],
  );
  return { system, lifecycle: lifecycle?.LifecyclePolicies, backup: backup?.BackupPolicy, policy: policy?.Policy };
}
