import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from './database';
import { openPostgres } from './postgres';
import { startTestDatabase } from './test-database';

let database: Database;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ database, stop } = await startTestDatabase());
  await database.query('CREATE TABLE numbers (n integer PRIMARY KEY); CREATE SEQUENCE counter');
});
afterAll(() => stop());

async function fill(count: number): Promise<void> {
  await database.query('TRUNCATE numbers');
  await database.query('INSERT INTO numbers SELECT generate_series(1, $1)', [count]);
}

async function count(): Promise<string | undefined> {
  return (await database.query<{ count: string }>('SELECT count(*) FROM numbers')).rows[0]?.count;
}

describe('query', () => {
  test('answers in the types that stores rely on', async () => {
    const { rows, rowCount } = await database.query(
      `SELECT 9007199254740993::bigint AS big, '2026-11-22T08:31:54Z'::timestamptz AS at, '{"b":1,"a":2}'::json AS body, $1::text AS given`,
      ['é'],
    );
    expect(rows).toEqual([
      { big: '9007199254740993', at: new Date('2026-11-22T08:31:54Z'), body: { b: 1, a: 2 }, given: 'é' },
    ]);
    expect(rowCount).toBe(1);
  });

  test('rejects a wrong statement with its SQLSTATE, and the next one works', async () => {
    await expect(database.query('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '42P01' });
    expect((await database.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  test('sorts by code point and folds letters by Unicode', async () => {
    const { rows } = await database.query<{ v: string }>(
      `SELECT v FROM (VALUES ('b'), ('B'), ('a')) AS list (v) ORDER BY v`,
    );
    expect(rows.map((row) => row.v)).toEqual(['B', 'a', 'b']);
    expect((await database.query(`SELECT lower('ÉA') AS v`)).rows).toEqual([{ v: 'éa' }]);
  });
});

describe('transaction', () => {
  test('keeps what was done when the work resolves', async () => {
    await fill(0);
    expect(
      await database.transaction(async (tx) => {
        await tx.query('INSERT INTO numbers VALUES (1)');
        return 'done';
      }),
    ).toBe('done');
    expect(await count()).toBe('1');
  });

  test('undoes all when the work rejects, and passes its error on unchanged', async () => {
    await fill(0);
    // An error of the work's own, though it looks like one of the network's.
    const failure = Object.assign(new Error('no such file'), { code: 'ENOENT' });
    const work = database.transaction(async (tx) => {
      await tx.query('INSERT INTO numbers VALUES (1)');
      throw failure;
    });
    await expect(work).rejects.toBe(failure);
    expect(await count()).toBe('0');
  });

  test('does not pretend to have kept what a swallowed error undid', async () => {
    await fill(0);
    const work = database.transaction(async (tx) => {
      await tx.query('INSERT INTO numbers VALUES (1)');
      await tx.query('SELECT * FROM nowhere').catch(() => {});
    });
    await expect(work).rejects.toThrow(/rolled back/);
    expect(await count()).toBe('0');
  });

  test('its handle is dead afterwards', async () => {
    const tx = await database.transaction(async (handle) => handle);
    await expect(tx.query('SELECT 1')).rejects.toThrow(/has ended/);
  });
});

describe('streamJoined', () => {
  /** More than is read ahead and than sockets hold. */
  const large = `SELECT to_json(repeat('x', 1000) || n) FROM numbers`;

  test('hands out every row once, in pieces of whole rows, with the total', async () => {
    await fill(100_000);
    const seen: number[] = [];
    let pieces = 0;
    const text = 'SELECT n::text AS body FROM numbers WHERE n > $1 AND n <> $2 ORDER BY n';
    for await (const { total, rows, bytes } of database.streamJoined(text, [5, 100_000])) {
      const values: number[] = JSON.parse(`[${bytes}]`);
      expect(total).toBe(99_994);
      expect(values).toHaveLength(rows);
      seen.push(...values);
      pieces++;
    }
    expect(seen).toEqual(Array.from({ length: 99_994 }, (_, index) => index + 6));
    expect(pieces).toBeGreaterThan(1);
    for await (const piece of database.streamJoined(text, [100_000, 0])) throw new Error(`${piece.rows} rows of none`);
  });

  test('changes no byte of a row, nor of a value in the query', async () => {
    const bodies = [
      '{ "b":9007199254740993,\n"a":1.0 }',
      '"é\\u0000\\ud800 \\\\ \u{1f600}"',
      `"${'y'.repeat(3_000_000)}"`,
      '[]',
    ];
    const values = [...bodies, "it's $1 \\' \"", 'back\\'];
    const text = `SELECT body FROM (VALUES (1, $1::json), (2, $2::json), (3, $3::json), (4, $4::json), (5, to_json($5::text)), (6, to_json($6::text)))
      AS given (n, body) ORDER BY n`;
    let joined = '';
    for await (const { bytes } of database.streamJoined(text, values)) joined += `${joined && ','}${bytes}`;
    expect(joined).toBe([...bodies, ...values.slice(4).map((value) => JSON.stringify(value))].join(','));
  });

  test('does not see what is written meanwhile', async () => {
    await fill(30_000);
    let rowsSeen = 0;
    for await (const { total, rows } of database.streamJoined(large, [])) {
      if (rowsSeen === 0) await database.query('DELETE FROM numbers WHERE n % 2 = 0');
      expect(total).toBe(30_000);
      rowsSeen += rows;
    }
    expect(rowsSeen).toBe(30_000);
    expect(await count()).toBe('15000');
  });

  test('waits for a slow reader instead of reading all', async () => {
    await fill(30_000);
    const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'COPY%' AND wait_event = 'ClientWrite'`;
    let rowsSeen = 0;
    for await (const { rows } of database.streamJoined(large, [])) {
      if (rowsSeen === 0)
        await vi.waitUntil(async () => (await database.query<{ n: number }>(waiting)).rows[0]?.n === 1, 60_000);
      rowsSeen += rows;
    }
    expect(rowsSeen).toBe(30_000);
  });

  test('leaves nothing running when the reader stops early or fails', async () => {
    await fill(10_000);
    // More often than there are connections.
    for (let round = 0; round < 30; round++) {
      for await (const _ of database.streamJoined(large, [])) break;
      const failing = async () => {
        for await (const _ of database.streamJoined(large, [])) throw new Error('reader failed');
      };
      await expect(failing()).rejects.toThrow('reader failed');
    }
    const busy = `SELECT count(*)::int AS busy FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND backend_type = 'client backend'`;
    await vi.waitUntil(async () => (await database.query<{ busy: number }>(busy)).rows[0]?.busy === 0, 60_000);
  });

  test('cannot write, and a wrong statement rejects', async () => {
    const read = async (text: string) => {
      for await (const _ of database.streamJoined(text, []));
    };
    await expect(read('DELETE FROM numbers RETURNING n::text')).rejects.toMatchObject({ code: '42601' });
    await expect(read(`SELECT nextval('counter')::text`)).rejects.toMatchObject({ code: '25006' });
    await expect(read('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '42P01' });
    await expect(read('SELECT (1 / (n - n))::text FROM numbers')).rejects.toMatchObject({ code: '22012' });
    expect((await database.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});

test('a NUL character in a string is the fault of who sent it', async () => {
  const refused = { kind: 'invalid', code: 'InvalidText' };
  await expect(database.query('SELECT $1::text', ['a\0b'])).rejects.toMatchObject(refused);
  await expect(database.query(`SELECT $1::json ->> 'a'`, ['{"a":"\\u0000"}'])).rejects.toMatchObject(refused);
});

describe('a server that is gone', () => {
  // Of this file alone: others are on the same server.
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;

  test('breaks a stream with a domain error, and the pool recovers', async () => {
    await fill(30_000);
    const read = async () => {
      const text = `SELECT to_json(repeat('x', 1000) || n) FROM numbers`;
      for await (const _ of database.streamJoined(text, [])) await database.query(cut);
    };
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable', code: 'DatabaseUnavailable' });
    expect((await database.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  test('breaks a transaction with a domain error, and the pool recovers', async () => {
    const work = database.transaction(async (tx) => {
      await database.query(cut);
      await tx.query('SELECT 1');
    });
    await expect(work).rejects.toMatchObject({ code: 'DatabaseUnavailable' });
    expect((await database.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  test('that we are leaving ourselves is told as stopping, not as a fault', async () => {
    const closed = openPostgres({ connectionString: 'postgres://ann@127.0.0.1:1/ledger' });
    await closed.close();
    await expect(closed.query('SELECT 1')).rejects.toMatchObject({ kind: 'unavailable', code: 'ServerStopping' });
  });

  test('is named without the password', async () => {
    const absent = openPostgres({ connectionString: 'postgres://ann:s3cret@127.0.0.1:1/ledger' });
    const error = await absent.query('SELECT 1').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'unavailable', code: 'DatabaseUnavailable' });
    expect(String(error)).toContain('127.0.0.1:1/ledger');
    expect(JSON.stringify(error) + String(error)).not.toContain('s3cret');
    await absent.close();
  });

  test('a connection string that is no URL is refused without being quoted', () => {
    expect(() => openPostgres({ connectionString: 'postgres://ann:s3cret@[/x' })).toThrow(/not a URL/);
  });
});
