import { arnForms } from './arn-forms';
import type { ReadContext, ReadTarget, Target } from './target';

/** `arn:partition:service:region:account:resource`; the resource may hold colons (AWS General Reference, "Amazon Resource Names"). */
const arnForm = /^arn:[^:]+:([^:]+):[^:]*:[^:]*:(.+)$/s;

/** The resource that an ARN names; nothing where the text is no ARN, or one of a kind that no configuration points at. */
export function resourceOfArn(text: string): Target | undefined {
  const [, service = '', resource = ''] = arnForm.exec(text) ?? [];
  for (const { resource: pattern, resourceType, known } of Object.hasOwn(arnForms, service)
    ? (arnForms[service] ?? [])
    : []) {
    const match = pattern.exec(resource);
    if (!match) continue;
    const part = match[1] ?? resource;
    if (known === 'by name') return { resourceType, resourceName: part, arn: text };
    if (known === 'by id') return { resourceType, resourceId: part, arn: text };
    // Behind a topic's ARN a subscription's goes on, behind a secret's the key of a value.
    return { resourceType, resourceId: text.slice(0, text.length - resource.length + part.length) };
  }
  return undefined;
}

/** The ARN of an API of API Gateway, which others name by its id alone: it is one of REST, or of HTTP and WebSocket. */
export const api: ReadTarget = (id, { region }) =>
  ['RestApi', 'Api'].map((kind) => {
    const path = kind === 'RestApi' ? 'restapis' : 'apis';
    const resourceType = kind === 'RestApi' ? 'AWS::ApiGateway::RestApi' : 'AWS::ApiGatewayV2::Api';
    const resourceId = region ? `arn:${partitionOf(region)}:apigateway:${region}::/${path}/${id}` : id;
    return { resourceType, resourceId, ifPresent: true };
  });

/** An ARN of whatever: its service and form tell the type. */
export const anyArn: ReadTarget = (text, context) => resourceOfArn(text) ?? resourceWithinArn(text, context);

/** ARNs of which a part names the resource: of API Gateway's integrations, methods and stages. */
function resourceWithinArn(text: string, context: ReadContext): ReturnType<ReadTarget> {
  const lambda = /^arn:[^:]+:apigateway:[^:]*:lambda:path\/.*\/functions\/(arn:.+)\/invocations$/.exec(text)?.[1];
  if (lambda !== undefined) return resourceOfArn(lambda);
  const [, region, id] = /^arn:[^:]+:execute-api:([^:]*):[^:]*:([a-z0-9]+)(?:\/|$)/.exec(text) ?? [];
  return id === undefined ? undefined : api(id, { ...context, region });
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
