/**
 * @import { Cell } from './cell.mjs'
 * @import { JsonValue } from '../../lib/items/configuration-item'
 */

/** Of this many buckets one has very many rules: S3 takes a thousand, and such an item comes to nearly 700 KB. */
const everyFewBuckets = 700;

/**
 * The lifecycle rules of a bucket, as a member of its supplementary configuration; most buckets have none.
 * @param {Cell} cell
 * @param {number} at
 * @returns {Record<string, JsonValue>}
 */
export function lifecycle(cell, at) {
  if (at % everyFewBuckets !== everyFewBuckets - 1) return {};
  /** @param {number} n @returns {JsonValue} */
  const rule = (n) => {
    const tenant = cell.uuid('tenant', at + n * 0x10000);
    return {
      id: `tenant-${tenant}`,
      status: 'Enabled',
      prefix: null,
      expirationInDays: 30 + (cell.number32('expiration', n) % 2000),
      expirationDate: null,
      expiredObjectDeleteMarker: false,
      noncurrentVersionExpirationInDays: 7,
      noncurrentVersionTransitions: null,
      transitions: [
        { days: 30, date: null, storageClass: 'STANDARD_IA' },
        { days: 90, date: null, storageClass: 'GLACIER' },
      ],
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      filter: {
        predicate: {
          type: 'LifecycleAndOperator',
          operands: [
            { type: 'LifecyclePrefixPredicate', prefix: `exports/${tenant}/` },
            { type: 'LifecycleTagPredicate', tag: { key: 'tenant', value: tenant } },
          ],
        },
      },
    };
  };
  const rules = Array.from({ length: 1000 >> (cell.number % 4) }, (_, n) => rule(n));
  return { BucketLifecycleConfiguration: { rules } };
}
