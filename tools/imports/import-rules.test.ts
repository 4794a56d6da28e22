import { describe, expect, test } from 'vitest';
import { readSources, sourcesIn } from './project';
import { violations } from './rules';

const check = (files: Record<string, string>) => violations(readSources(new Map(Object.entries(files))));

describe('the import rules', () => {
  test('hold in this project', { timeout: 300_000 }, () => {
    const sources = sourcesIn('.');
    expect([...sources.keys()]).toContain('lib/errors.ts');
    expect(violations(readSources(sources))).toEqual([]);
  });
});

describe('an import that runs downward', () => {
  test('is allowed, by alias and by relative path', () => {
    const found = check({
      'app/page.tsx':
        "import { View } from '@/components/view'; import '@/lib/services/lifecycle'; export default () => <View />;",
      'components/view.tsx':
        "import { type Key } from '../lib/items/key'; export const View = (p: { key?: Key }) => <p />;",
      'lib/services/lifecycle.ts':
        "import 'server-only'; import { open } from '../object-store/s3'; import '../delivery/delivery';",
      'lib/delivery/delivery.ts': "import { Key } from '../items/key'; import { DomainError } from '../errors';",
      'lib/object-store/s3.ts': "import { S3Client } from '@aws-sdk/client-s3'; export const open = S3Client;",
      'lib/items/key.ts': 'export type Key = string;',
      'lib/errors.ts': 'export class DomainError extends Error {}',
    });
    expect(found).toEqual([]);
  });
});

describe.each([
  ["a value's import", "import { deliver } from '../delivery/delivery';"],
  ["a type's import", "import type { Delivery } from '../delivery/delivery';"],
  ['an inline type import', "import { type Delivery } from '../delivery/delivery';"],
  ['an import by alias', "import { deliver } from '@/lib/delivery/delivery';"],
  ['a re-export', "export { deliver } from '../delivery/delivery';"],
  ['a re-export of types', "export type * from '../delivery/delivery';"],
  ['a dynamic import', "export const later = () => import('../delivery/delivery');"],
  ["a type's import expression", "export type Later = import('../delivery/delivery').Delivery;"],
  ['an import assignment', "import delivery = require('../delivery/delivery');"],
  ['require', "const delivery = require('../delivery/delivery');"],
])('%s that runs upward', (_, source) => {
  test('is refused', () => {
    const found = check({ 'lib/items/key.ts': source, 'lib/delivery/delivery.ts': 'export const deliver = 1;' });
    expect(found).toEqual([
      'lib/items/key.ts: imports lib/delivery/delivery.ts: imports run downward only, and delivery is not below items',
    ]);
  });
});

/** A file that breaks one rule, the file it needs for that, and what is said. */
const broken: [title: string, files: Record<string, string>, said: RegExp][] = [
  ['lib importing a component', { 'lib/items/a.ts': "import '@/components/b';", 'components/b.tsx': '' }, /not below/],
  ['lib importing app', { 'lib/api/a.ts': "import '@/app/b';", 'app/b.ts': '' }, /not below/],
  ['two rooms of one row', { 'lib/wire/a.ts': "import '../api/b';", 'lib/api/b.ts': '' }, /api is not below wire/],
  ['a room without a place', { 'lib/drawer/a.ts': '' }, /"drawer" has no layer/],
  [
    'delivery importing recorder',
    { 'lib/delivery/a.ts': "import '../recorder/b';", 'lib/recorder/b.ts': '' },
    /never import each other/,
  ],
  [
    'recorder importing snapshots',
    { 'lib/recorder/a.ts': "import '../snapshots/b';", 'lib/snapshots/b.ts': '' },
    /never import each other/,
  ],
  [
    'snapshots importing delivery',
    { 'lib/snapshots/a.ts': "import '../delivery/b';", 'lib/delivery/b.ts': '' },
    /never import each other/,
  ],
  [
    'an adapter named outside services',
    { 'lib/snapshots/a.ts': "import '../object-store/s3';", 'lib/object-store/s3.ts': '' },
    /only lib\/services\/ names concrete adapters/,
  ],
  [
    'an adapter named in its own room',
    { 'lib/object-store/retry.ts': "import './directory';", 'lib/object-store/directory.ts': '' },
    /only lib\/services\/ names/,
  ],
  [
    'SNS named by its room',
    {
      'lib/delivery/runs.ts': "import './notifications/receivers/sns';",
      'lib/delivery/notifications/receivers/sns.ts': '',
    },
    /only lib\/services\/ names/,
  ],
  [
    'SNS known elsewhere',
    { 'lib/delivery/runs.ts': "import { SNSClient } from '@aws-sdk/client-sns'; export const open = SNSClient;" },
    /which only its own place may/,
  ],
  [
    'a source named by the recorder',
    { 'lib/recorder/recorder.ts': "import './sources/file';", 'lib/recorder/sources/file.ts': '' },
    /only lib\/services\/ names/,
  ],
  [
    'services imported below app',
    { 'lib/wire/a.ts': "import '../services/lifecycle';", 'lib/services/lifecycle.ts': "import 'server-only';" },
    /only app\/ and server\/ may/,
  ],
  [
    'services imported by a component',
    { 'components/a.tsx': "import '@/lib/services/lifecycle';", 'lib/services/lifecycle.ts': "import 'server-only';" },
    /only app\/ and server\/ may/,
  ],
  [
    'a component that looks into the database',
    { 'components/a.tsx': "import type { Database } from '@/lib/database/database';", 'lib/database/database.ts': '' },
    /of lib, components see/,
  ],
  [
    "a component that takes the API's server side",
    { 'components/a.tsx': "import '@/lib/api/server/respond';", 'lib/api/server/respond.ts': '' },
    /of lib, components see/,
  ],
  [
    'a file system in the browser',
    { 'lib/graph/a.ts': "import { readFileSync } from 'node:fs';" },
    /a browser does not have/,
  ],
  [
    'the environment read outside settings',
    { 'lib/recorder/a.ts': 'export const region = process.env.AWS_REGION;' },
    /reads process.env \(AWS_REGION\)/,
  ],
  ['the environment taken apart', { 'lib/recorder/a.ts': 'const { env } = process;' }, /reads process.env \(\*\)/],
  [
    'the environment handed on',
    { 'app/a.ts': 'export const all = globalThis.process.env;' },
    /reads process.env \(\*\)/,
  ],
  [
    'the environment by import',
    { 'lib/recorder/a.ts': "import { env } from 'node:process';" },
    /reads process.env \(\*\)/,
  ],
  [
    'a setting read by instrumentation',
    { 'instrumentation.ts': 'export const port = process.env.PORT;' },
    /reads process.env \(PORT\)/,
  ],
  [
    'a launcher that reads the environment by itself',
    { 'server/serve.mjs': 'const port = process.env.PORT;' },
    /reads process.env \(PORT\)/,
  ],
  [
    'the S3 client outside its adapter',
    { 'lib/object-store/retry.ts': "import type { S3Client } from '@aws-sdk/client-s3';" },
    /imports @aws-sdk\/client-s3/,
  ],
  [
    'the database driver outside its room',
    { 'lib/recorder/item-store.ts': "import { Pool } from 'pg';" },
    /imports pg/,
  ],
  [
    'SQL outside a store',
    { 'lib/recorder/recorder.ts': `export const q = (id: string) => \`SELECT * FROM items WHERE id = \${id}\`;` },
    /holds SQL/,
  ],
  ['SQL in a route', { 'app/route.ts': "export const q = 'delete from items';" }, /holds SQL/],
  [
    'cytoscape outside its file',
    { 'components/graph/graph-view.tsx': "import cytoscape from 'cytoscape';" },
    /imports cytoscape/,
  ],
  [
    'a cytoscape layout outside its file',
    { 'components/graph/graph-view.tsx': "import fcose from 'cytoscape-fcose';" },
    /imports cytoscape-fcose/,
  ],
  ['server-only elsewhere', { 'lib/delivery/a.ts': "import 'server-only';" }, /imports server-only/],
  ['services without server-only', { 'lib/services/lifecycle.ts': '' }, /lacks import 'server-only'/],
  [
    'code that imports a test',
    { 'lib/items/a.ts': "import './test-items';", 'lib/items/test-items.ts': '' },
    /imported by tests alone/,
  ],
  [
    'code that imports a tool',
    { 'lib/items/a.ts': "import '@/tools/b';", 'tools/b.ts': '' },
    /imported by tests alone/,
  ],
  ['a drawer for odds and ends', { 'lib/items/utils.ts': '' }, /named after nothing/],
  [
    'two files in a circle',
    { 'lib/items/a.ts': "import './b';", 'lib/items/b.ts': "import type { A } from './a';" },
    /lib\/items\/a.ts → lib\/items\/b.ts → lib\/items\/a.ts/,
  ],
  [
    'three files in a circle',
    { 'lib/items/a.ts': "import './b';", 'lib/items/b.ts': "import './c';", 'lib/items/c.ts': "import './a';" },
    /a.ts → lib\/items\/b.ts → lib\/items\/c.ts → lib\/items\/a.ts/,
  ],
];

describe.each(broken)('%s', (_, files, said) => {
  test('is refused', () => {
    expect(check(files)).toContainEqual(expect.stringMatching(said));
  });
});

describe('what looks like a breach', () => {
  test.each<[title: string, files: Record<string, string>]>([
    [
      'a test that reads the environment',
      { 'lib/recorder/a.test.ts': 'process.env.X; import "../delivery/b";', 'lib/delivery/b.ts': '' },
    ],
    [
      'a contract test that names adapters',
      { 'lib/object-store/store-contract.ts': "import './s3';", 'lib/object-store/s3.ts': '' },
    ],
    [
      'a component that asks the API',
      {
        'components/a.tsx': "import '@/lib/api/queries/b'; import '@/lib/api/client/c'; import '@/lib/api/contract/d';",
        'lib/api/queries/b.ts': '',
        'lib/api/client/c.ts': '',
        'lib/api/contract/d.ts': '',
      },
    ],
    ['settings reading the environment', { 'lib/settings/environment.ts': 'export const port = process.env.PORT;' }],
    [
      'instrumentation asking where it runs',
      {
        'instrumentation.ts': "if (process.env.NEXT_RUNTIME === 'nodejs') import('./lib/services/lifecycle');",
        'lib/services/lifecycle.ts': "import 'server-only';",
      },
    ],
    ['delivery importing inventory', { 'lib/delivery/a.ts': "import '../inventory/b';", 'lib/inventory/b.ts': '' }],
    ['SQL in the inventory', { 'lib/inventory/items.ts': "export const q = 'SELECT 1 FROM items';" }],
    ['SQL in a store', { 'lib/recorder/item-store.ts': "export const q = 'SELECT 1 FROM items';" }],
    ['prose that starts like SQL', { 'components/a.tsx': "export const label = 'Select a bucket from the list';" }],
    [
      'an adapter built on another',
      { 'lib/database/embedded/embedded.ts': "import '../postgres';", 'lib/database/postgres.ts': '' },
    ],
    [
      'an adapter in two files',
      { 'lib/object-store/directory.ts': "import './directory-path';", 'lib/object-store/directory-path.ts': '' },
    ],
    ['an import in a comment', { 'lib/items/a.ts': "// import '../delivery/b';", 'lib/delivery/b.ts': '' }],
  ])('%s is allowed', (_, files) => {
    expect(check(files)).toEqual([]);
  });
});
