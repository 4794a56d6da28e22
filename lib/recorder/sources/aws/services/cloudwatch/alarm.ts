import {
  CloudWatchClient,
  ListTagsForResourceCommand,
  type MetricAlarm,
  paginateDescribeAlarms,
  type Tag,
} from '@aws-sdk/client-cloudwatch';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { beanCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/** Whether the alarm rings is no configuration: AWS Config has none of it (property file of awslabs/aws-config-resource-schema). */
const state = [
  'StateValue',
  'StateReason',
  'StateReasonData',
  'StateUpdatedTimestamp',
  'StateTransitionedTimestamp',
  'EvaluationState',
];

/** Metric alarms, which go by their name; composite ones are no type of AWS Config's. One without tags has no `Tags` either. */
export const alarm = resourceType<{ alarm: MetricAlarm; tags: Tag[] | undefined }>({
  resourceType: 'AWS::CloudWatch::Alarm',
  permissions: ['cloudwatch:DescribeAlarms', 'cloudwatch:ListTagsForResource'],
  list: (access) =>
    enrich(
      flattenPages(
        paginateDescribeAlarms(
          { client: access.client(CloudWatchClient), pageSize: 100 },
          { AlarmTypes: ['MetricAlarm'] },
        ),
        ({ MetricAlarms }) => MetricAlarms,
      ),
      (alarm) => ignoreNotFound(['ResourceNotFoundException', 'ResourceNotFound'], () => withTags(access, alarm)),
    ),
  describe: ({ alarm, tags }) => ({
    id: alarm.AlarmName,
    name: alarm.AlarmName,
    arn: alarm.AlarmArn,
    zone: 'Not Applicable',
    tags: tagsOf(tags),
    configuration: beanCase(alarm, { times: 'epoch', without: state }),
    ...(tags?.length ? { supplementaryConfiguration: { Tags: tags.map((tag) => beanCase(tag)) } } : {}),
  }),
});

async function withTags(access: AwsAccess, alarm: MetricAlarm) {
  const answer = await optionalCall(access, {
    permission: 'cloudwatch:ListTagsForResource',
    about: `alarm ${alarm.AlarmName}`,
    call: () => access.client(CloudWatchClient).send(new ListTagsForResourceCommand({ ResourceARN: alarm.AlarmArn })),
  });
  return { alarm, tags: answer?.Tags };
}
