import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import packageJson from '../../../package.json';
import { openapiDocument, routesTable } from './document';
import { apiRoutes } from './routes';

/** Each method that a route file of app/api exports: `get /api/snapshots`, and its text. */
function routesOfApp(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync('app/api', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('route.ts')) continue;
    const text = readFileSync(join('app/api', file), 'utf8');
    const path = join('/api', file, '..')
      .replaceAll('\\', '/')
      .replaceAll(/\[(\w+)\]/g, '{$1}');
    for (const part of text.split(/^(?=export )/m)) {
      const method = /^export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/.exec(part)?.[1];
      if (method !== undefined) found.set(`${method.toLowerCase()} ${path}`, part);
    }
  }
  return found;
}

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test('every route of the app is described, and nothing that is not there', () => {
  expect(apiRoutes.map(nameOf).sort()).toEqual([...routesOfApp().keys()].sort());
});

/** The schemas of the contract by their names. */
async function contractSchemas(): Promise<Map<string, unknown>> {
  const files = readdirSync('lib/api/contract').filter((file) => !file.endsWith('.test.ts'));
  const modules = await Promise.all(files.map((file) => import(`../contract/${file.replace('.ts', '')}.ts`)));
  return new Map(modules.flatMap((module) => Object.entries(module)));
}

test('each route goes by the schemas that it is described with', async () => {
  const files = routesOfApp();
  const contract = await contractSchemas();
  for (const { path, query, body, ...described } of apiRoutes) {
    const name = nameOf({ path, ...described });
    const [, schemas = ''] = /= route\(\s*(nothing|\{[^}]*\})/.exec(files.get(name) ?? '') ?? [];
    const taken = new Map([...schemas.matchAll(/(\w+): (\w+)/g)].map(([, part, schema = '']) => [part, schema]));
    expect([name, schemas === '', taken.has('path')]).toEqual([name, false, path.includes('{')]);
    const same = {
      query: contract.get(taken.get('query') ?? '') === query,
      body: contract.get(taken.get('body') ?? '') === body,
    };
    expect({ name, ...same }).toEqual({ name, query: true, body: true });
  }
});

test('docs/openapi.json and docs/api.md are current: else run node tools/make-openapi.mjs', () => {
  const document = JSON.parse(JSON.stringify(openapiDocument(packageJson.version)));
  expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).toEqual(document);
  expect(readFileSync('docs/api.md', 'utf8')).toContain(routesTable());
});

test('the document says what the contract says', () => {
  const { paths } = openapiDocument('0');
  const items = paths['/api/snapshots/items']?.get as {
    parameters: { name: string; required: boolean; schema: object }[];
  };
  expect(items.parameters.find(({ name }) => name === 'bucket')).toMatchObject({
    required: true,
    schema: { type: 'string' },
  });
  expect(items.parameters.find(({ name }) => name === 'pageSize')).toMatchObject({
    required: false,
    schema: { minimum: 10, maximum: 200, default: 50 },
  });
  const ids = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map((operation) => (operation as { operationId: string }).operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const { answer } of apiRoutes) expect(answer instanceof z.ZodType || answer.length > 0).toBe(true);
});
