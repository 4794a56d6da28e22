import type { GetBucketAclOutput, Grantee, Owner } from '@aws-sdk/client-s3';

/** The names of the AWS SDK for Java, in which AWS Config writes permissions. */
const permissions: { [permission: string]: string } = {
  FULL_CONTROL: 'FullControl',
  READ: 'Read',
  READ_ACP: 'ReadAcp',
  WRITE: 'Write',
  WRITE_ACP: 'WriteAcp',
};

/**
 * An access control list as AWS Config keeps it: JSON in a string (example item of awslabs/aws-config-rdk). Groups go by the last
 * part of their URI, such as `AllUsers`.
 */
export function accessControlList({ Grants, Owner: owner }: Pick<GetBucketAclOutput, 'Grants' | 'Owner'>): string {
  return JSON.stringify({
    grantSet: null,
    grantList: (Grants ?? []).map(({ Grantee: grantee, Permission }) => ({
      grantee: granteeOf(grantee),
      permission: permissions[Permission ?? ''] ?? Permission ?? null,
    })),
    owner: personOf(owner),
    isRequesterCharged: false,
  });
}

function granteeOf(grantee: Grantee | undefined): unknown {
  if (grantee?.URI !== undefined) return grantee.URI.split('/').at(-1);
  if (grantee?.EmailAddress !== undefined) return { emailAddress: grantee.EmailAddress };
  return { id: grantee?.ID ?? null, displayName: grantee?.DisplayName ?? null };
}

function personOf(owner: Owner | undefined): unknown {
  return { displayName: owner?.DisplayName ?? null, id: owner?.ID ?? null };
}
