import type { ObservedResource } from '../port';
import { testObservation } from '../test-observation';
import { type AwsAccess, arnsOf, type ClientConfig, type SdkClient } from './calls/access';
import { Edges } from './edges/edges';
import { withRelationships } from './edges/reverse-edges';
import { listTypes } from './listing/listing';
import type { SpooledListing } from './listing/spool';
import type { AwsResourceType } from './resource-type';

/** What services answer, by operation: `{ DescribeVolumes: { Volumes: [] } }`. A function is given the operation's input, and may throw. */
export interface Answers {
  readonly [operation: string]: object | ((input: never) => object);
}

/** An answer that fails with an error code: `{ GetBucketPolicy: failingWith('NoSuchBucketPolicy') }`. */
export function failingWith(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { name: code });
  };
}

/** The account and Region that are listed, where nothing else is said. */
const home = { accountId: '123456789012', region: 'us-west-2' };

/** Another account or Region, and who hears what is noted. */
export type AnsweringOptions = Partial<typeof home> & { note?: (text: string) => void };

/**
 * The resources of an account whose services answer as told, as the source `aws` would list them: by the same declarations, with
 * their relationships, and without a network. The sample account and the tests of forms are made so.
 *
 * @throws whatever an answer throws, and an Error that names the operation that has no answer
 */
export async function listAnswers(
  types: readonly AwsResourceType[],
  answers: Answers,
  options: AnsweringOptions = {},
): Promise<ObservedResource[]> {
  const context = testObservation();
  const edges = new Edges();
  const access = answeringAccess(answers, { ...home, note: () => undefined, ...options });
  const listings = await listTypes(types, 1, { access, spool: { open: openInMemory, remove }, edges, context });
  const listed: ObservedResource[] = [];
  for (const { type, resources, error } of listings) {
    if (error !== undefined) throw new Error(`${type.resourceType}: ${error.message}`);
    for await (const resource of withRelationships(type, resources.read(), edges, [], context)) listed.push(resource);
  }
  return listed;
}

const remove = async () => undefined;

function answeringAccess(answers: Answers, { accountId, region, note }: Required<AnsweringOptions>): AwsAccess {
  const partition = 'aws';
  const clients = new Map<unknown, SdkClient>();
  const send = async (command: { input: object }) => {
    const operation = command.constructor.name.replace(/Command$/, '');
    const answer = answers[operation];
    if (answer === undefined) throw new Error(`There is no answer to ${operation}.`);
    return typeof answer === 'function' ? answer(command.input as never) : answer;
  };
  return {
    accountId,
    region,
    partition,
    client<Client extends SdkClient>(service: new (config: ClientConfig) => Client): Client {
      const known = clients.get(service);
      if (known !== undefined) return known as Client;
      const client = Object.assign(new service({ region }), { send });
      clients.set(service, client);
      return client;
    },
    arn: arnsOf({ accountId, region, partition }),
    signal: new AbortController().signal,
    note,
  };
}

function openInMemory(): SpooledListing {
  const resources: ObservedResource[] = [];
  return {
    write: async (resource) => void resources.push(resource),
    end: async () => undefined,
    async *read() {
      yield* resources;
    },
  };
}
