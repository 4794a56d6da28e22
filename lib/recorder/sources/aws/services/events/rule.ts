import {
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  type Rule,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { errorCode } from '../../../../../errors';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenTokenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { parsedText } from '../../fields/json-text';
import { registryTags } from '../../fields/registry-tags';
import { resourceType } from '../../resource-type';
import { eventBuses } from './event-bus';
import { readTags, tagPermission } from './tags';
import { registryTarget } from './targets';

interface WholeRule {
  rule: Rule;
  targets: Target[];
  tags: { [key: string]: string };
}

/**
 * In the form of the CloudFormation registry (property file of awslabs/aws-config-resource-schema), through EventBridge's own API: what
 * the registry lists are the rules of the bus `default` alone (aws-cloudformation/aws-cloudformation-resource-providers-events). Rules that
 * a service manages for itself (`AutoScalingManagedRule`) are among them.
 */
export const rule = resourceType<WholeRule>({
  resourceType: 'AWS::Events::Rule',
  permissions: ['events:ListEventBuses', 'events:ListRules', 'events:ListTargetsByRule', tagPermission],
  list: (access) =>
    enrich(rules(access), (rule) =>
      ignoreNotFound(['ResourceNotFoundException'], async () => ({
        rule,
        targets: await readTargets(access, rule),
        tags: await readTags(access, rule.Arn),
      })),
    ),
  describe: ({ rule, targets, tags }) => {
    const id = referenceOf(rule);
    return {
      id,
      name: rule.Name,
      arn: rule.Arn,
      zone: 'Regional',
      tags,
      configuration: {
        ...asSpelt({
          Id: id,
          Arn: rule.Arn,
          Name: rule.Name,
          EventBusName: rule.EventBusName,
          Description: rule.Description,
          ScheduleExpression: rule.ScheduleExpression,
          State: rule.State,
          RoleArn: rule.RoleArn,
        }),
        ...(rule.EventPattern === undefined ? {} : { EventPattern: parsedText(rule.EventPattern) }),
        Targets: targets.map(registryTarget),
        Tags: registryTags(tags),
      },
    };
  },
});

/**
 * By what CloudFormation refers to a rule: its name, with that of its bus before it where that is not `default`. AWS Config has it as
 * `Id` for types that the registry took over from CloudFormation, and goes by it (`AWS::Glue::Job` in awslabs/aws-config-rdk); for rules
 * themselves it was not seen.
 */
function referenceOf({ Name, EventBusName }: Rule): string | undefined {
  return EventBusName === undefined || EventBusName === 'default' ? Name : `${EventBusName}|${Name}`;
}

async function* rules(access: AwsAccess): AsyncGenerator<Rule> {
  const client = access.client(EventBridgeClient);
  for await (const { Name: EventBusName } of eventBuses(access)) {
    try {
      yield* flattenTokenPages(
        (NextToken) => client.send(new ListRulesCommand({ EventBusName, NextToken, Limit: 100 })),
        (page) => page.Rules,
        (page) => page.NextToken,
      );
    } catch (error) {
      // The bus is gone meanwhile.
      if (errorCode(error) !== 'ResourceNotFoundException') throw error;
    }
  }
}

async function readTargets({ client }: AwsAccess, { Name, EventBusName }: Rule): Promise<Target[]> {
  const targets: Target[] = [];
  const pages = flattenTokenPages(
    (NextToken) =>
      client(EventBridgeClient).send(new ListTargetsByRuleCommand({ Rule: Name, EventBusName, NextToken, Limit: 100 })),
    (page) => page.Targets,
    (page) => page.NextToken,
  );
  for await (const target of pages) targets.push(target);
  return targets;
}
