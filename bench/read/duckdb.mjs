// DuckDB alone, in a process of its own: duckdb.mjs <statement>; prints the first row of the answer.
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const answer = await connection.run(process.argv[2] ?? '');
console.log(JSON.stringify(await answer.getRowsJson()));
