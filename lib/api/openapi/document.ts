import { z } from 'zod';
import { apiError } from '../contract/error';
import { type ApiRoute, apiRoutes } from './routes';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The browser API as an OpenAPI document (3.1), made of the contract that pages and routes share. */
export function openapiDocument(version: string) {
  const paths: { [path: string]: { [method: string]: object } } = {};
  for (const route of apiRoutes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Snapscope',
      version,
      description:
        'The API of the dashboard. AWS clients speak AWS Config’s own protocol instead: docs/wire.md. There is no sign-in: keep the server private.',
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Error: schemaOf(apiError, 'output') } },
  };
}

function operation(route: ApiRoute) {
  const parameters = [...pathParameters(route.path), ...(route.query ? queryParameters(route.query) : [])];
  const error = { description: 'What went wrong: a stable code, and words for people.', content: json(reference) };
  return {
    summary: route.summary,
    operationId: operationId(route),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: { required: true, content: json(schemaOf(route.body, 'input')) } }),
    responses: {
      [route.status ?? 200]: { description: 'The answer.', content: canonicalContent(route.answer) },
      default: error,
    },
  };
}

const reference = { $ref: '#/components/schemas/Error' };
const json = (schema: object) => ({ 'application/json': { schema } });

function canonicalContent(answer: ApiRoute['answer']) {
  if (answer instanceof z.ZodType) return json(schemaOf(answer, 'output'));
  return Object.fromEntries(answer.map((type) => [type, { schema: { type: 'string', contentMediaType: type } }]));
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodObject) {
  const { properties = {}, required = [] } = schemaOf(query, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** What has no JSON Schema (a transformation) is described by what goes into it. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
}

/** `get /api/snapshots/items` as `getSnapshotsItems`. */
function operationId({ method, path }: ApiRoute): string {
  const words = path.replace('/api', '').match(/[A-Za-z]+/g) ?? [];
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** The routes as a table of Markdown, for docs/api.md. */
export function routesTable(): string {
  const rows = [
    ['Request', 'Does'],
    ...apiRoutes.map(({ method, path, summary }) => [`\`${method.toUpperCase()} ${path}\``, summary]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}
