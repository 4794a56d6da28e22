import {
  GetTopicAttributesCommand,
  ListTagsForResourceCommand,
  paginateListTopics,
  SNSClient,
  type Tag,
} from '@aws-sdk/client-sns';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeTopic {
  arn: string;
  attributes: Record<string, string>;
  tags: Tag[] | undefined;
}

/** How many are subscribed is none of a topic's properties in AWS Config (SubscriptionsConfirmed, -Pending, -Deleted). */
const isMeasured = (attribute: string) => attribute.startsWith('Subscriptions');

/** A topic's attributes keep SNS's names and strings: see the example item of awslabs/aws-config-rdk. */
export const topic = resourceType<WholeTopic>({
  resourceType: 'AWS::SNS::Topic',
  permissions: ['sns:ListTopics', 'sns:GetTopicAttributes', 'sns:ListTagsForResource'],
  list: (access) =>
    enrich(
      flattenPages(paginateListTopics({ client: access.client(SNSClient) }, {}), ({ Topics }) => Topics),
      ({ TopicArn }) => ignoreNotFound(['NotFound', 'NotFoundException'], () => readWhole(access, TopicArn ?? '')),
    ),
  describe: ({ arn, attributes, tags }) => ({
    id: arn,
    name: arn.split(':').at(-1),
    arn,
    zone: 'Not Applicable',
    tags: tagsOf(tags),
    configuration: Object.fromEntries(Object.entries(attributes).filter(([attribute]) => !isMeasured(attribute))),
    supplementaryConfiguration: { Tags: (tags ?? []).map((tag) => camelCase(tag)) },
  }),
});

async function readWhole(access: AwsAccess, arn: string): Promise<WholeTopic> {
  const client = access.client(SNSClient);
  const { Attributes: attributes = {} } = await client.send(new GetTopicAttributesCommand({ TopicArn: arn }));
  const tagged = await optionalCall(access, {
    permission: 'sns:ListTagsForResource',
    about: `topic ${arn}`,
    call: () => client.send(new ListTagsForResourceCommand({ ResourceArn: arn })),
  });
  return { arn, attributes, tags: tagged?.Tags };
}
