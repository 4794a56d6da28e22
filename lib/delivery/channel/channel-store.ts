import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';

/** A delivery channel, its fields named as the AWS Config API names them. */
export interface DeliveryChannel {
  name: string;
  s3BucketName: string;
  s3KeyPrefix?: string;
  s3KmsKeyArn?: string;
  snsTopicARN?: string;
  /** One_Hour, Three_Hours, Six_Hours, Twelve_Hours or TwentyFour_Hours. */
  deliveryFrequency?: string;
}

interface ChannelRow {
  name: string;
  s3_bucket_name: string;
  s3_key_prefix: string | null;
  s3_kms_key_arn: string | null;
  sns_topic_arn: string | null;
  delivery_frequency: string | null;
}

/** The channel of `scope` (there is one at most, as in AWS), or undefined. */
export async function findChannel(database: Queryable, scope: Scope): Promise<DeliveryChannel | undefined> {
  const { rows } = await database.query<ChannelRow>(
    'SELECT * FROM delivery_channels WHERE account_id = $1 AND region = $2',
    [scope.accountId, scope.region],
  );
  const row = rows[0];
  return (
    row && {
      name: row.name,
      s3BucketName: row.s3_bucket_name,
      s3KeyPrefix: row.s3_key_prefix ?? undefined,
      s3KmsKeyArn: row.s3_kms_key_arn ?? undefined,
      snsTopicARN: row.sns_topic_arn ?? undefined,
      deliveryFrequency: row.delivery_frequency ?? undefined,
    }
  );
}

/** Makes or replaces the channel of `scope`. Every field is replaced: what is left out is gone, as in AWS. */
export async function saveChannel(
  database: Queryable,
  scope: Scope,
  channel: DeliveryChannel,
  now: Date,
): Promise<void> {
  await database.query(
    `INSERT INTO delivery_channels (account_id, region, name, s3_bucket_name, s3_key_prefix, s3_kms_key_arn,
       sns_topic_arn, delivery_frequency, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (account_id, region) DO UPDATE SET name = excluded.name, s3_bucket_name = excluded.s3_bucket_name,
       s3_key_prefix = excluded.s3_key_prefix, s3_kms_key_arn = excluded.s3_kms_key_arn,
       sns_topic_arn = excluded.sns_topic_arn, delivery_frequency = excluded.delivery_frequency`,
    [
      scope.accountId,
      scope.region,
      channel.name,
      channel.s3BucketName,
      channel.s3KeyPrefix ?? null,
      channel.s3KmsKeyArn ?? null,
      channel.snsTopicARN ?? null,
      channel.deliveryFrequency ?? null,
      now,
    ],
  );
}

/** Deletes the channel of `scope` and how its deliveries went: one made later under the same name has never delivered. */
export async function deleteChannel(tx: Queryable, scope: Scope): Promise<void> {
  await tx.query(
    `DELETE FROM delivery_status s USING delivery_channels c
     WHERE c.account_id = $1 AND c.region = $2
       AND s.account_id = c.account_id AND s.region = c.region AND s.channel_name = c.name`,
    [scope.accountId, scope.region],
  );
  await tx.query('DELETE FROM delivery_channels WHERE account_id = $1 AND region = $2', [
    scope.accountId,
    scope.region,
  ]);
}
