import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { DomainError, errorCode, errorMessage } from '../../../../errors';
import type { AwsAccess, ClientConfig } from './access';

/** A role to assume with the credentials that the SDK finds. */
export interface AssumedRole {
  arn: string;
  externalId?: string;
}

/** Credentials with less than this left, in milliseconds, are renewed; the SDK does the same. */
const renewBefore = 5 * 60_000;

/** Credentials of a role, for all clients and cycles: each client by itself would assume it anew. */
export function roleCredentials({ arn, externalId }: AssumedRole, config: ClientConfig) {
  const assume = fromTemporaryCredentials({
    params: {
      RoleArn: arn,
      RoleSessionName: 'snapscope',
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
    },
    clientConfig: config,
  });
  let assumed: ReturnType<typeof assume> | undefined;
  return async () => {
    const known = await assumed?.catch(() => undefined);
    if (known && (known.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now() > renewBefore) return known;
    assumed = assume();
    return assumed;
  };
}

/**
 * Whose resources the credentials show: the partition, once it is certain that they are those of `accountId`. Recorded under the
 * number of another account, they would be lies in every file that is delivered.
 * @throws DomainError where AWS cannot be asked, and `WrongAccount` where the account is another
 */
export async function findPartition(accountId: string, client: AwsAccess['client']): Promise<string> {
  const { Account, Arn } = await client(STSClient)
    .send(new GetCallerIdentityCommand({}))
    .catch((error: unknown) => {
      throw new DomainError(
        'unavailable',
        errorCode(error),
        `AWS could not be asked whose credentials these are (sts:GetCallerIdentity): ${errorMessage(error)}`,
        { cause: error },
      );
    });
  if (Account !== accountId) {
    throw new DomainError(
      'denied',
      'WrongAccount',
      `The AWS credentials are of account ${Account}, but SNAPSCOPE_ACCOUNT_ID is ${accountId}. Set SNAPSCOPE_ACCOUNT_ID to ${Account}, or use credentials of account ${accountId}.`,
    );
  }
  return Arn?.split(':')[1] || 'aws';
}
