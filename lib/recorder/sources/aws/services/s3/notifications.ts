import type {
  GetBucketNotificationConfigurationCommandOutput,
  NotificationConfigurationFilter,
} from '@aws-sdk/client-s3';
import type { JsonValue } from '../../../../../items/configuration-item';

interface Notification {
  Id?: string;
  Events?: readonly string[];
  Filter?: NotificationConfigurationFilter;
}

/** Notifications of a bucket by their id, in the form of the AWS SDK for Java: `events`, `filter`, the target's ARN, `type`. */
export function notifications({
  QueueConfigurations = [],
  TopicConfigurations = [],
  LambdaFunctionConfigurations = [],
}: Omit<GetBucketNotificationConfigurationCommandOutput, '$metadata'>): { [id: string]: JsonValue } {
  return Object.fromEntries([
    ...QueueConfigurations.map((one) => entry(one, 'QueueConfiguration', { queueARN: one.QueueArn ?? null })),
    ...TopicConfigurations.map((one) => entry(one, 'TopicConfiguration', { topicARN: one.TopicArn ?? null })),
    ...LambdaFunctionConfigurations.map((one) =>
      entry(one, 'LambdaConfiguration', { functionARN: one.LambdaFunctionArn ?? null }),
    ),
  ]);
}

function entry(
  { Id, Events, Filter }: Notification,
  type: string,
  target: { [name: string]: JsonValue },
): [string, JsonValue] {
  const rules = Filter?.Key?.FilterRules?.map(({ Name, Value }) => ({ name: Name ?? null, value: Value ?? null }));
  const filter = rules === undefined ? null : { s3KeyFilter: { filterRules: rules } };
  return [Id ?? '', { events: [...(Events ?? [])], filter, objectPrefixes: [], ...target, type }];
}
