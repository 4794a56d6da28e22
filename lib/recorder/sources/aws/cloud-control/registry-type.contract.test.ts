import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { awsResourceTypes } from '../table';
import { observe, sourceAt } from '../test-source';
import { registryType, withRegistryTypes } from './registry-type';

const logGroups = 'AWS::Logs::LogGroup';
const groupArn = 'arn:aws:logs:us-west-2:123456789012:log-group:/web';

type Answer = { status?: number; body: object };
let server: Server | undefined;
afterEach(() => server?.close());

/** What speaks STS and the Cloud Control API: AWS JSON 1.0, one operation for each `X-Amz-Target`. */
async function cloudControl(answer: (operation: string, input: Record<string, unknown>) => Answer): Promise<string> {
  const listening = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      const target = String(request.headers['x-amz-target'] ?? '');
      if (target === '') {
        response.setHeader('content-type', 'text/xml');
        response.end(
          '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account><Arn>arn:aws:iam::123456789012:user/x</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>',
        );
        return;
      }
      const { status = 200, body } = answer(target.split('.')[1] ?? '', JSON.parse(text));
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(body));
    });
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

async function list(endpoint: string) {
  const { source, remove } = await sourceAt(endpoint, { types: [registryType(logGroups)] });
  const observed = await observe(source);
  await remove();
  return observed;
}

const group = (Identifier: string, properties: object) => ({
  body: { TypeName: logGroups, ResourceDescription: { Identifier, Properties: JSON.stringify(properties) } },
});

test('records a type that it has no code for, in the words of the registry', async () => {
  const pages: Record<string, object> = {
    '': {
      ResourceDescriptions: [{ Identifier: '/web', Properties: '{}' }, { Identifier: '/gone' }],
      NextToken: 'more',
    },
    more: { ResourceDescriptions: [{ Identifier: '/api|part' }] },
  };
  const endpoint = await cloudControl((operation, { TypeName, NextToken, Identifier }) => {
    expect(TypeName).toBe(logGroups);
    if (operation === 'ListResources') return { body: pages[String(NextToken ?? '')] ?? {} };
    if (Identifier === '/gone') return { status: 400, body: { __type: 'ResourceNotFoundException', Message: 'gone' } };
    if (Identifier !== '/web') return group(String(Identifier), { Tags: { Team: 'platform' } });
    return group('/web', {
      LogGroupName: '/web',
      Arn: groupArn,
      RetentionInDays: 7,
      Tags: [{ Key: 'Name', Value: 'web' }, { Key: 'empty' }],
    });
  });
  const { items, ends, item } = await list(endpoint);
  expect(ends.get(logGroups)).toEqual({ listing: logGroups, resourceTypes: [logGroups] });
  expect(items.size).toBe(2);
  expect(item(logGroups, '/web')).toMatchObject({
    resourceName: '/web',
    ARN: groupArn,
    awsRegion: 'us-west-2',
    tags: { Name: 'web', empty: '' },
    configuration: { LogGroupName: '/web', RetentionInDays: 7 },
    relationships: [],
  });
  expect(item(logGroups, '/api|part').tags).toEqual({ Team: 'platform' });
  expect(item(logGroups, '/api|part')).not.toHaveProperty('ARN');
});

test('says which permission is missing, and what AWS says of a type that cannot be listed', async () => {
  const refused = (name: string, Message: string) => () => ({ status: 400, body: { __type: name, Message } });
  const denied = await list(await cloudControl(refused('AccessDeniedException', 'No.')));
  expect(denied.ends.get(logGroups)?.error).toMatchObject({
    permission: 'cloudformation:ListResources, cloudformation:GetResource',
  });
  server?.close();
  const message = `Resource type ${logGroups} does not support LIST action`;
  const unsupported = await list(await cloudControl(refused('UnsupportedActionException', message)));
  expect(unsupported.ends.get(logGroups)?.error).toEqual({ code: 'UnsupportedActionException', message });
});

test('takes nothing for a resource that has no properties of an object', async () => {
  for (const Properties of ['', '[1]', '{"a":']) {
    const endpoint = await cloudControl((operation) => {
      if (operation === 'ListResources') return { body: { ResourceDescriptions: [{ Identifier: 'x' }] } };
      return { body: { ResourceDescription: { Identifier: 'x', Properties } } };
    });
    const { items, ends } = await list(endpoint);
    expect(items.size).toBe(0);
    expect(ends.get(logGroups)?.error).toMatchObject({ code: 'InvalidProperties' });
    server?.close();
  }
});

test('keeps the row of a type that the table knows', () => {
  const types = withRegistryTypes(awsResourceTypes, ['AWS::S3::Bucket', logGroups]);
  expect(types).toHaveLength(awsResourceTypes.length + 1);
  expect(types.at(-1)?.resourceType).toBe(logGroups);
});
