import type { JsonValue } from '../../configuration-item';
import { derivedEdges } from '../../derived-edges';
import { stringsAt } from '../read-path';
import type { DerivedRule } from '../rule';

/** Tries out the rules of some types, and remembers which of them found something. */
export function rulesUnderTest(rules: Record<string, DerivedRule[]>) {
  const unused = new Set(Object.values(rules).flat());
  return {
    /** What is derived from an item, one a line: `Routes to EC2::NatGateway nat-1 < configuration.routes[0].natGatewayId`. */
    edgesOf(
      type: string,
      configuration: JsonValue,
      supplementaryConfiguration: { [name: string]: JsonValue } = {},
    ): string[] {
      const item = { configuration, supplementaryConfiguration };
      for (const rule of rules[type] ?? []) {
        for (const { text, label } of stringsAt(item[rule.in], rule.path)) {
          const targets = [rule.read(text, { accountId: '111122223333', region: 'eu-west-1', label }) ?? []].flat();
          if (targets.length > 0) unused.delete(rule);
        }
      }
      return derivedEdges({
        resourceType: type,
        resourceId: 'itself',
        awsAccountId: '111122223333',
        awsRegion: 'eu-west-1',
        relationships: [],
        ...item,
      }).map(({ name, resourceType, resourceId, resourceName, field, ifPresent }) => {
        const known = resourceId ?? `named ${resourceName}`;
        return `${name} ${resourceType.replace('AWS::', '')} ${known}${ifPresent ? ' if there' : ''} < ${field}`;
      });
    },
    /** The rules that found nothing in any example, as type, name and path. */
    unusedRules(): string[] {
      return Object.entries(rules).flatMap(([type, its]) =>
        its.filter((rule) => unused.has(rule)).map(({ name, path }) => `${type}: ${name} ${JSON.stringify(path)}`),
      );
    },
  };
}

export const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
export const roleArn = 'arn:aws:iam::111122223333:role/service/worker';
export const keyArn = arn('kms', 'key/4b8f3476-e875-40d0-aa7b-336b59b15040');
export const queueArn = arn('sqs', 'orders');
export const topicArn = arn('sns', 'alerts');
export const functionArn = arn('lambda', 'function:resize');
export const secretArn = arn('secretsmanager', 'secret:prod/db-AbCdEf');
