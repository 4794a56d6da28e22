// One DuckDB in a process of its own, for one job: it reads the job as a line of JSON from standard input and answers with lines of JSON.
// A query may ask for more memory than DuckDB counts (`repeat('x', 1e9)`), or meet a fault of native code: the server is not to end by
// it. The process ends with its job, and when its input does: with the server, that is, or when the server no longer wants the answer.
import { createInterface } from 'node:readline';

/**
 * @typedef {{ kind: 'convert', statement: string, settings: Record<string, string>, memoryBytes: number }} ConvertJob Writes a table.
 * @typedef {{ kind: 'query', files: string[], views: string[], sql: string, settings: Record<string, string>, memoryBytes: number,
 *   maxRows: number, maxBytes: number }} QueryJob Answers one SELECT over views, which see `files` and nothing else.
 */

/** @type {typeof import('@duckdb/node-api')} */
let duckdb;
try {
  duckdb = await import('@duckdb/node-api');
} catch (error) {
  // No build of DuckDB for this system (or libc): told apart from a job that failed.
  await say({ failure: { kind: 'missing', message: String(error instanceof Error ? error.message : error) } });
  process.exit(0);
}

/** @param {unknown} answer @returns {Promise<void>} Resolved when the reader has room for more. */
function say(answer) {
  return new Promise((resolve) => process.stdout.write(`${JSON.stringify(answer)}\n`, () => resolve()));
}

/** DuckDB counts its own buffers; texts that functions make it does not. @param {number} bytes */
function watchMemory(bytes) {
  const most = process.memoryUsage.rss() + bytes * 1.25;
  const look = () => {
    // Not a proper exit: that would wait for threads that go on taking a gigabyte a second.
    if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL');
  };
  setInterval(look, 20).unref();
}

/** @param {ConvertJob | QueryJob} job */
async function connect({ settings, memoryBytes }) {
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    memory_limit: `${Math.floor(memoryBytes / 1e6)}MB`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    errors_as_json: 'true',
    ...settings,
  });
  return instance.connect();
}

/** @param {ConvertJob} job */
async function convert(job) {
  const connection = await connect(job);
  // DuckDB counts only where it would show a bar, and that would be written among the answers.
  await connection.run('SET enable_progress_bar = true');
  await connection.run('SET enable_progress_bar_print = false');
  const tell = () => {
    const { percentage } = connection.progress;
    if (percentage >= 0) void say({ progress: Math.min(100, Math.floor(percentage)) });
  };
  const telling = setInterval(tell, 500);
  const result = await connection.run(job.statement);
  clearInterval(telling);
  return { rows: Number((await result.getRowsJson())[0]?.[0] ?? 0) };
}

/** @param {QueryJob} job */
async function query(job) {
  const connection = await connect(job);
  // The files are opened for the views first; from then on nothing else can be, and nothing be set.
  await connection.run(`SET allowed_paths = [${job.files.map(quoted).join(', ')}]`);
  for (const view of job.views) await connection.run(view);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  const statements = await connection.extractStatements(job.sql);
  if (statements.count !== 1) throw refused(`there are ${statements.count} statements, and one is answered at a time`);
  const statement = await statements.prepare(0);
  if (statement.statementType !== duckdb.StatementType.SELECT) {
    const kind = duckdb.StatementType[statement.statementType] ?? 'another';
    throw refused(`it is a ${kind} statement, and snapshots are only read: write one SELECT`);
  }
  if (statement.parameterCount > 0) throw refused('it has parameters, and there are no values for them');
  const result = await statement.stream();
  const types = result.columnTypes();
  await say({ columns: result.deduplicatedColumnNames().map((name, at) => ({ name, type: typeName(types[at]) })) });
  return rows(job, result, types);
}

/** @param {QueryJob} job @param {import('@duckdb/node-api').DuckDBResult} result @param {import('@duckdb/node-api').DuckDBType[]} types */
async function rows({ maxRows, maxBytes }, result, types) {
  let count = 0;
  let bytes = 0;
  for await (const chunk of result.yieldRowsJson()) {
    for (const row of chunk) {
      if (count === maxRows) return { rows: count, truncated: 'rows' };
      const line = `{"row":[${row.map((value, at) => written(value, types[at])).join(',')}]}`;
      bytes += line.length;
      if (bytes > maxBytes) return { rows: count, truncated: 'bytes' };
      await new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve(undefined)));
      count += 1;
    }
  }
  return { rows: count };
}

const wholeNumbers = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/;

/** @typedef {import('../lib/snapshots/sql/query-process').Json} Json */

/** JSON is a string to DuckDB that goes by another name. @param {import('@duckdb/node-api').DuckDBType | undefined} type */
const typeName = (type) => String(type?.alias ?? type);

/** A value as text of JSON: JSON columns as they are written, whole numbers as numbers where JavaScript can hold them. @param {Json} value @param {import('@duckdb/node-api').DuckDBType | undefined} type @returns {string} */
function written(value, type) {
  if (value === null || type === undefined) return JSON.stringify(value);
  if (typeof value === 'string') {
    const name = typeName(type);
    if (name === 'JSON' && isJson(value)) return value.replaceAll(/[\r\n]/g, ' ');
    if (wholeNumbers.test(name) && Number.isSafeInteger(Number(value))) return String(Number(value));
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    const element =
      type instanceof duckdb.DuckDBListType || type instanceof duckdb.DuckDBArrayType ? type.valueType : undefined;
    return `[${value.map((one) => written(one, element)).join(',')}]`;
  }
  return JSON.stringify(value);
}

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** @param {string} reason */
const refused = (reason) => Object.assign(new Error(`The query is not answered: ${reason}.`), { refused: true });

/** What went wrong, as the server is told it. @param {unknown} error */
function failure(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'refused' in error) return { kind: 'refused', message };
  // An empty text, or nothing but a comment.
  if (message === 'Error in native callback')
    return { kind: 'refused', message: 'The query is empty: write one SELECT.' };
  const json = message.indexOf('{"exception_type"');
  if (json < 0) return { kind: 'failed', message };
  const { exception_type, exception_message, position } = JSON.parse(message.slice(json));
  return {
    kind: exception_type === 'Out of Memory' ? 'memory' : 'failed',
    type: exception_type,
    message: exception_message,
    position: position === undefined ? undefined : Number(position),
  };
}

const input = createInterface({ input: process.stdin });
input.once('close', () => process.exit(0));
input.once('line', async (line) => {
  /** @type {ConvertJob | QueryJob} */
  const job = JSON.parse(line);
  watchMemory(job.memoryBytes);
  try {
    await say({ end: job.kind === 'convert' ? await convert(job) : await query(job) });
  } catch (error) {
    await say({ failure: failure(error) });
  }
  process.exit(0);
});
