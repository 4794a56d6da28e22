import { GetQueueAttributesCommand, ListQueueTagsCommand, paginateListQueues, SQSClient } from '@aws-sdk/client-sqs';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeQueue {
  url: string;
  attributes: Record<string, string>;
  tags: Record<string, string> | undefined;
}

/** What flows through a queue is no configuration. */
const isMeasured = (attribute: string) => attribute.startsWith('ApproximateNumberOfMessages');

/** SQS counts in whole seconds since 1970, as text. */
const secondsOf = (text: string | undefined) => (text === undefined ? undefined : new Date(Number(text) * 1000));

/**
 * A queue goes by its URL, which real items have nowhere else; its attributes keep SQS's names and strings (property file of
 * awslabs/aws-config-resource-schema).
 */
export const queue = resourceType<WholeQueue>({
  resourceType: 'AWS::SQS::Queue',
  permissions: ['sqs:ListQueues', 'sqs:GetQueueAttributes', 'sqs:ListQueueTags'],
  list: (access) =>
    enrich(
      flattenPages(
        paginateListQueues({ client: access.client(SQSClient) }, { MaxResults: 1_000 }),
        ({ QueueUrls }) => QueueUrls,
      ),
      (url) =>
        ignoreNotFound(['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'], () => readWhole(access, url)),
    ),
  describe: ({ url, attributes, tags }) => {
    return {
      id: url,
      name: url.split('/').at(-1),
      arn: attributes.QueueArn,
      createdAt: secondsOf(attributes.CreatedTimestamp),
      zone: 'Not Applicable',
      tags: tagsOf(tags),
      configuration: Object.fromEntries(Object.entries(attributes).filter(([attribute]) => !isMeasured(attribute))),
      supplementaryConfiguration: { Tags: tagsOf(tags) },
    };
  },
});

async function readWhole(access: AwsAccess, url: string): Promise<WholeQueue> {
  const client = access.client(SQSClient);
  const { Attributes: attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
  );
  const tagged = await optionalCall(access, {
    permission: 'sqs:ListQueueTags',
    about: `queue ${url}`,
    call: () => client.send(new ListQueueTagsCommand({ QueueUrl: url })),
  });
  return { url, attributes, tags: tagged?.Tags };
}
