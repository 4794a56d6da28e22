import type { Relationship } from '../../../items/configuration-item';
import { directRelationshipName } from '../../../items/relationships';
import type { ObservedResource } from '../port';
import { type AwsAccess, arnsOf, type ClientConfig, type SdkClient } from './calls/access';
import type { AwsResourceType } from './resource-type';

/** What AWS answers, by the operation (`listAliases`); a function is given the input. What is an `Error` is thrown. */
export type StubbedAnswers = { [operation: string]: object | ((input: never) => object) };

const account = { partition: 'aws', accountId: '123456789012', region: 'us-west-2' };

interface StubbedOptions {
  region?: string;
  note?: (text: string) => void;
}

/** An access whose clients ask nobody: what they are sent is answered with `answers`. What is not among those fails the test. */
function stubbedAccess(answers: StubbedAnswers, { region = account.region, note = () => undefined }: StubbedOptions) {
  const client = <Client extends SdkClient>(service: new (config: ClientConfig) => Client): Client => {
    const made = new service({ region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
    const send = async (command: { input: never }) => {
      const name = command.constructor.name.replace(/Command$/, '');
      const operation = name.charAt(0).toLowerCase() + name.slice(1);
      const answer = answers[operation];
      if (answer === undefined) throw new Error(`Nothing answers ${operation}`);
      const output = typeof answer === 'function' ? answer(command.input) : answer;
      if (output instanceof Error) throw output;
      return { $metadata: {}, ...output };
    };
    return Object.assign(made, { send });
  };
  const access: AwsAccess = {
    ...account,
    region,
    client,
    arn: arnsOf({ ...account, region }),
    signal: new AbortController().signal,
    note,
  };
  return access;
}

/** The items that a type becomes of stubbed answers, each with its edges, those named by id first. */
export async function itemsOf(
  type: AwsResourceType,
  answers: StubbedAnswers,
  options: StubbedOptions = {},
): Promise<ObservedResource[]> {
  const items: ObservedResource[] = [];
  for await (const listed of type.list(stubbedAccess(answers, options))) {
    if (listed === undefined) continue;
    const { resource, edges } = listed;
    const byId = edges.flatMap(({ resourceType, resourceId }): Relationship[] => {
      const name = directRelationshipName(type.resourceType, resourceType);
      return name === undefined ? [] : [{ resourceId, resourceType, name }];
    });
    items.push({ ...resource, relationships: [...byId, ...resource.relationships] });
  }
  return items;
}

/** An error of AWS's by its code. */
export function awsError(code: string, message = code): Error {
  return Object.assign(new Error(message), { name: code });
}

/** What all items have that say nothing of themselves. */
export const bare = {
  relatedEvents: [],
  relationships: [],
  supplementaryConfiguration: {},
  tags: {},
  awsRegion: account.region,
};
