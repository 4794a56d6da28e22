import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { DomainError } from '../../errors';
import { type JsonNumber, parseJson } from '../../json';

/** What a process is asked to do; `server/duckdb-process.mjs` tells more. */
export type QueryJob =
  | { kind: 'convert'; statement: string; settings: Record<string, string>; memoryBytes: number }
  | {
      kind: 'query';
      /** What may be read: nothing else can be. */
      files: string[];
      views: string[];
      sql: string;
      settings: Record<string, string>;
      memoryBytes: number;
      maxRows: number;
      /** Of all rows together, as JSON. */
      maxBytes: number;
    };

export type Json = null | boolean | number | JsonNumber | string | Json[] | { [name: string]: Json };

export interface QueryAnswer {
  columns: { name: string; type: string }[];
  rows: Json[][];
  /** Why there are no more rows though there might be. */
  truncated?: 'rows' | 'bytes';
}

/** A job that DuckDB refused or failed at. */
export class QueryFailure extends Error {
  /** DuckDB's own word for the kind of failure, such as `Binder`. */
  readonly type: string | undefined;
  /** Where in the SQL, in bytes of UTF-8. */
  readonly position: number | undefined;
  /** `refused`: not one SELECT. */
  readonly kind: 'refused' | 'failed';

  constructor(failure: { kind: 'refused' | 'failed'; message: string; type?: string; position?: number }) {
    super(failure.message);
    this.name = 'QueryFailure';
    this.kind = failure.kind;
    this.type = failure.type;
    this.position = failure.position;
  }
}

type Line =
  | { columns: QueryAnswer['columns'] }
  | { row: Json[] }
  | { progress: number }
  | { end: { truncated?: 'rows' | 'bytes' } }
  | {
      failure: { kind: 'refused' | 'failed' | 'missing' | 'memory'; message: string; type?: string; position?: number };
    };

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** The memory that DuckDB may take went over, whether it noticed by itself or was stopped for it. */
function tooMuchMemory(memoryBytes: number, cause?: unknown): DomainError {
  const message = `The query needs more than the ${Math.round(memoryBytes / 1e6)} MB of memory that one may take. Ask for less at once, with WHERE, fewer columns or without ORDER BY, or allow more with SNAPSCOPE_QUERY_MEMORY_BYTES.`;
  return new DomainError('invalid', 'QueryTooLarge', message, { cause });
}

/**
 * Does a job in a process of its own and gives its answer. The process is killed when `signal` aborts or the time is over, and it
 * inherits nothing of this one's environment, where secrets stand. `onProgress` hears how far a `convert` is.
 *
 * @throws DomainError `QueryTooSlow`, `QueryTooLarge`, `DuckdbMissing`, `DuckdbEnded`; `QueryFailure`; the `signal`'s reason.
 */
export async function runQueryJob(
  job: QueryJob,
  {
    signal,
    seconds,
    onProgress,
  }: { signal?: AbortSignal; seconds?: number; onProgress?: (percent: number) => void } = {},
): Promise<QueryAnswer> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, [join(process.cwd(), 'server', 'duckdb-process.mjs')], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let late = false;
  const kill = () => child.kill('SIGKILL');
  const timer =
    seconds === undefined
      ? undefined
      : setTimeout(() => {
          late = true;
          kill();
        }, seconds * 1000);
  signal?.addEventListener('abort', kill, { once: true });
  try {
    const answer = await converse(child, job, onProgress);
    if (answer) return answer;
    signal?.throwIfAborted();
    if (late) throw tooSlow(seconds ?? 0);
    throw endedEarly(child, job);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
    kill();
  }
}

/** What the process says, to its end; nothing where it ended without having answered. */
async function converse(
  child: Child,
  job: QueryJob,
  onProgress: (percent: number) => void = () => undefined,
): Promise<QueryAnswer | undefined> {
  const closed = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  // A process that ends before it has read its job breaks the pipe; its end tells why.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(job)}\n`);
  const answer: QueryAnswer = { columns: [], rows: [] };
  let ended = false;
  for await (const text of createInterface({ input: child.stdout })) {
    // Values of JSON columns stand in the line as they are written.
    const line = parseJson(text) as Line;
    if ('row' in line) answer.rows.push(line.row);
    else if ('columns' in line) answer.columns = line.columns;
    else if ('progress' in line) onProgress(line.progress);
    else if ('end' in line) {
      ended = true;
      answer.truncated = line.end.truncated;
    } else throw failureOf(line.failure, job);
  }
  await closed;
  return ended ? answer : undefined;
}

function failureOf(failure: Extract<Line, { failure: unknown }>['failure'], job: QueryJob): Error {
  const { kind, message } = failure;
  if (kind === 'memory') return tooMuchMemory(job.memoryBytes, new Error(message));
  if (kind !== 'missing') return new QueryFailure({ ...failure, kind });
  return new DomainError(
    'unavailable',
    'DuckdbMissing',
    `Queries need DuckDB, and its build for this system (${process.platform}-${process.arch}) could not be loaded: ${message}. Run npm install on this machine, on a system for which @duckdb/node-bindings has a build.`,
  );
}

function tooSlow(seconds: number): DomainError {
  const message = `The query was stopped: it took longer than ${seconds} s. Ask for less at once, or allow more time with SNAPSCOPE_QUERY_SECONDS.`;
  return new DomainError('invalid', 'QueryTooSlow', message);
}

/** Killed by itself (`watchMemory`) or by the system, and nearly always for its memory. */
function endedEarly(child: Child, job: QueryJob): DomainError {
  if (child.signalCode === 'SIGKILL' || child.signalCode === 'SIGABRT') return tooMuchMemory(job.memoryBytes);
  const how = child.signalCode ?? `code ${child.exitCode}`;
  return new DomainError(
    'unavailable',
    'DuckdbEnded',
    `DuckDB ended without an answer (${how}). Ask again, or in another way.`,
  );
}
