import {
  DescribeEventBusCommand,
  type DescribeEventBusResponse,
  EventBridgeClient,
  type EventBus,
  ListEventBusesCommand,
} from '@aws-sdk/client-eventbridge';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenTokenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { parsedText } from '../../fields/json-text';
import { registryTags } from '../../fields/registry-tags';
import { resourceType } from '../../resource-type';
import { readTags, tagPermission } from './tags';

/** The event buses of an account and Region, `default` among them. */
export function eventBuses({ client }: AwsAccess): AsyncGenerator<EventBus> {
  return flattenTokenPages(
    (NextToken) => client(EventBridgeClient).send(new ListEventBusesCommand({ NextToken, Limit: 100 })),
    (page) => page.EventBuses,
    (page) => page.NextToken,
  );
}

interface WholeBus {
  bus: DescribeEventBusResponse;
  tags: { [key: string]: string };
}

/** In the form of the CloudFormation registry (property file of awslabs/aws-config-resource-schema). */
export const eventBus = resourceType<WholeBus>({
  resourceType: 'AWS::Events::EventBus',
  permissions: ['events:ListEventBuses', 'events:DescribeEventBus', tagPermission],
  list: (access) =>
    enrich(eventBuses(access), ({ Name, Arn }) =>
      ignoreNotFound(['ResourceNotFoundException'], async () => ({
        bus: await access.client(EventBridgeClient).send(new DescribeEventBusCommand({ Name })),
        tags: await readTags(access, Arn),
      })),
    ),
  describe: ({ bus, tags }) => ({
    id: bus.Name,
    name: bus.Name,
    arn: bus.Arn,
    createdAt: bus.CreationTime,
    zone: 'Regional',
    tags,
    configuration: {
      ...asSpelt({
        Name: bus.Name,
        Arn: bus.Arn,
        Description: bus.Description,
        KmsKeyIdentifier: bus.KmsKeyIdentifier,
        DeadLetterConfig: bus.DeadLetterConfig,
        LogConfig: bus.LogConfig,
      }),
      ...(bus.Policy === undefined ? {} : { Policy: parsedText(bus.Policy) }),
      Tags: registryTags(tags),
    },
  }),
});
