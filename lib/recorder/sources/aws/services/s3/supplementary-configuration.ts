import type { JsonValue } from '../../../../../items/configuration-item';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { accessControlList } from './access-control-list';
import type { BucketDetails } from './bucket-details';
import { lifecycleRules } from './lifecycle-rules';
import { notifications } from './notifications';

type Fields = { [name: string]: JsonValue };

/**
 * `supplementaryConfiguration` of a bucket, each field as the AWS SDK for Java has it: names from the property file of
 * awslabs/aws-config-resource-schema, nulls where the example item of awslabs/aws-config-rdk has them. What a bucket has not at
 * all, and what we may not read, is left out.
 */
export function supplementaryConfiguration(details: BucketDetails): Fields {
  const fields: { [name: string]: JsonValue | undefined } = {
    AbacStatus: details.abac?.AbacStatus?.Status && { status: details.abac.AbacStatus.Status },
    AccessControlList: details.acl && accessControlList(details.acl),
    BucketAccelerateConfiguration: details.acceleration && {
      status: details.acceleration.Status ?? null,
      isRequesterCharged: details.acceleration.RequestCharged === 'requester',
    },
    BucketCrossOriginConfiguration: details.cors && crossOrigin(details.cors),
    BucketLifecycleConfiguration: details.lifecycle && { rules: lifecycleRules(details.lifecycle.Rules ?? []) },
    BucketLoggingConfiguration: details.logging && {
      destinationBucketName: details.logging.LoggingEnabled?.TargetBucket ?? null,
      logFilePrefix: details.logging.LoggingEnabled?.TargetPrefix ?? null,
      targetObjectKeyFormat: keyFormat(details.logging),
    },
    BucketNotificationConfiguration: details.notification && {
      configurations: notifications(details.notification),
      eventBridgeConfiguration: details.notification.EventBridgeConfiguration ? {} : null,
    },
    BucketPolicy: details.policy && { policyText: details.policy.text },
    BucketReplicationConfiguration: details.replication && replication(details.replication),
    BucketTaggingConfiguration: details.tagging && { tagSets: [{ tags: tagsOf(details.tagging.TagSet) }] },
    BucketVersioningConfiguration: details.versioning && {
      status: details.versioning.Status ?? 'Off',
      isMfaDeleteEnabled:
        details.versioning.MFADelete === undefined ? null : details.versioning.MFADelete === 'Enabled',
    },
    BucketWebsiteConfiguration: details.website && website(details.website),
    IsRequesterPaysEnabled: details.requestPayment && details.requestPayment.Payer === 'Requester',
    ObjectLockConfiguration:
      details.objectLock?.ObjectLockConfiguration && camelCase(details.objectLock.ObjectLockConfiguration),
    PublicAccessBlockConfiguration:
      details.publicAccessBlock?.PublicAccessBlockConfiguration &&
      camelCase(details.publicAccessBlock.PublicAccessBlockConfiguration),
    ServerSideEncryptionConfiguration: details.encryption && encryption(details.encryption),
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, JsonValue] => field[1] !== undefined),
  );
}

function keyFormat({ LoggingEnabled }: NonNullable<BucketDetails['logging']>): JsonValue {
  const format = LoggingEnabled?.TargetObjectKeyFormat;
  return format === undefined ? null : camelCase(format);
}

function crossOrigin({ CORSRules }: NonNullable<BucketDetails['cors']>): Fields {
  const rules = (CORSRules ?? []).map(({ ID, ExposeHeaders, ...rule }) => ({
    ...camelCase(rule),
    ...(ID === undefined ? {} : { id: ID }),
    ...(ExposeHeaders === undefined ? {} : { exposedHeaders: ExposeHeaders }),
  }));
  return { rules };
}

/** Rules stand by their id, which S3 gives to those that come without one. */
function replication({ ReplicationConfiguration: configuration }: NonNullable<BucketDetails['replication']>): Fields {
  const rules = (configuration?.Rules ?? []).map(({ ID, Destination, ...rule }, index): [string, JsonValue] => {
    const { Bucket, ...destination } = Destination ?? { Bucket: undefined };
    const destinationConfig = { ...(Bucket === undefined ? {} : { bucketARN: Bucket }), ...camelCase(destination) };
    return [ID ?? String(index), { ...camelCase(rule), destinationConfig }];
  });
  return { roleARN: configuration?.Role ?? null, rules: Object.fromEntries(rules) };
}

function website(answer: NonNullable<BucketDetails['website']>): Fields {
  return {
    indexDocumentSuffix: answer.IndexDocument?.Suffix ?? null,
    errorDocument: answer.ErrorDocument?.Key ?? null,
    redirectAllRequestsTo: answer.RedirectAllRequestsTo === undefined ? null : camelCase(answer.RedirectAllRequestsTo),
    routingRules: (answer.RoutingRules ?? []).map((rule) => camelCase(rule)),
  };
}

function encryption({ ServerSideEncryptionConfiguration }: NonNullable<BucketDetails['encryption']>): Fields {
  const rules = (ServerSideEncryptionConfiguration?.Rules ?? []).map((rule) => {
    const { SSEAlgorithm, KMSMasterKeyID } = rule.ApplyServerSideEncryptionByDefault ?? {};
    return {
      applyServerSideEncryptionByDefault: {
        sseAlgorithm: SSEAlgorithm ?? null,
        kmsMasterKeyID: KMSMasterKeyID ?? null,
      },
      ...(rule.BucketKeyEnabled === undefined ? {} : { bucketKeyEnabled: rule.BucketKeyEnabled }),
    };
  });
  return { rules };
}
