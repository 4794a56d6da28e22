import type { LifecycleRule, LifecycleRuleFilter } from '@aws-sdk/client-s3';
import type { JsonValue } from '../../../../../items/configuration-item';
import { camelCase } from '../../fields/casing';

/** Lifecycle rules in the form of the AWS SDK for Java (property file of awslabs/aws-config-resource-schema). */
export function lifecycleRules(rules: readonly LifecycleRule[]): JsonValue[] {
  return rules.map((rule) => ({
    ...camelCase({
      id: rule.ID,
      prefix: rule.Prefix,
      status: rule.Status,
      expirationInDays: rule.Expiration?.Days,
      expirationDate: rule.Expiration?.Date,
      expiredObjectDeleteMarker: rule.Expiration?.ExpiredObjectDeleteMarker ?? false,
      noncurrentVersionExpirationInDays: rule.NoncurrentVersionExpiration?.NoncurrentDays,
      newerNoncurrentVersions: rule.NoncurrentVersionExpiration?.NewerNoncurrentVersions,
      transitions: rule.Transitions,
      noncurrentVersionTransitions: rule.NoncurrentVersionTransitions?.map((transition) => ({
        days: transition.NoncurrentDays,
        newerNoncurrentVersions: transition.NewerNoncurrentVersions,
        storageClass: transition.StorageClass,
      })),
      abortIncompleteMultipartUpload: rule.AbortIncompleteMultipartUpload,
    }),
    ...(rule.Filter === undefined ? {} : { filter: { predicate: predicate(rule.Filter) } }),
  }));
}

function predicate(filter: LifecycleRuleFilter): JsonValue {
  if (filter.And !== undefined) {
    const { Tags = [], ...others } = filter.And;
    const operands = [...predicates(others), ...Tags.flatMap((Tag) => predicates({ Tag }))];
    return { type: 'LifecycleAndOperator', operands };
  }
  return predicates(filter)[0] ?? null;
}

function predicates({ Prefix, Tag, ObjectSizeGreaterThan, ObjectSizeLessThan }: LifecycleRuleFilter): JsonValue[] {
  const list: JsonValue[] = [];
  if (Prefix !== undefined) list.push({ type: 'LifecyclePrefixPredicate', prefix: Prefix });
  if (Tag !== undefined) list.push({ type: 'LifecycleTagPredicate', tag: camelCase(Tag) });
  if (ObjectSizeGreaterThan !== undefined) {
    list.push({ type: 'LifecycleObjectSizeGreaterThanPredicate', objectSizeGreaterThan: ObjectSizeGreaterThan });
  }
  if (ObjectSizeLessThan !== undefined) {
    list.push({ type: 'LifecycleObjectSizeLessThanPredicate', objectSizeLessThan: ObjectSizeLessThan });
  }
  return list;
}
