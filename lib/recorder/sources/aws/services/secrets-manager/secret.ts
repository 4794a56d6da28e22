import { paginateListSecrets, type SecretListEntry, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/**
 * Secrets, never their values: the listing has none, and `secretsmanager:GetSecretValue` is not asked for. Fields as in the
 * property file of awslabs/aws-config-resource-schema; when a secret was last read or rotated is none of them.
 */
export const secret = resourceType<SecretListEntry>({
  resourceType: 'AWS::SecretsManager::Secret',
  permissions: ['secretsmanager:ListSecrets'],
  list: ({ client }) =>
    flattenPages(
      paginateListSecrets({ client: client(SecretsManagerClient), pageSize: 100 }, { IncludePlannedDeletion: true }),
      ({ SecretList }) => SecretList,
    ),
  describe: (secret) => {
    const tags = tagsOf(secret.Tags);
    return {
      id: secret.ARN,
      name: secret.Name,
      arn: secret.ARN,
      createdAt: secret.CreatedDate,
      zone: 'Regional',
      tags,
      configuration: {
        ...asSpelt({
          ARN: secret.ARN,
          Name: secret.Name,
          Description: secret.Description,
          KMSKeyId: secret.KmsKeyId,
          RotationEnabled: secret.RotationEnabled ?? false,
          RotationLambdaARN: secret.RotationLambdaARN,
          RotationRules: secret.RotationRules,
          Deleted: secret.DeletedDate !== undefined,
          OwningService: secret.OwningService,
          PrimaryRegion: secret.PrimaryRegion,
        }),
        Tags: registryTags(tags),
      },
    };
  },
  related: {
    'AWS::KMS::Key': ({ KmsKeyId }) => keyId(KmsKeyId),
    // A function goes by its name: the last part of its ARN, without a version.
    'AWS::Lambda::Function': ({ RotationLambdaARN }) => RotationLambdaARN?.split(':')[6],
  },
});

/** A secret names its key by id or ARN; by an alias, what key it means is not to be told. */
function keyId(named: string | undefined): string | undefined {
  const id = named?.split('/').at(-1);
  return named?.startsWith('alias/') || named?.includes(':alias/') ? undefined : id;
}
