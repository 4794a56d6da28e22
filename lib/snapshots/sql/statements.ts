import { sqlName, sqlString } from '../../select/duckdb/quote';
import { jsonColumns, placeColumn, scalarColumns, snapshotColumn } from './columns';

/** Items of a row group: DuckDB reads these side by side, and holds one for each of its threads. */
const rowGroupSize = 10_240;

/** The statement that makes a Parquet file out of lines of items. Lines keep their order: that of the file. */
export function convertStatement(linesPath: string, tablePath: string, longestLine: number): string {
  const columns = [
    `${sqlName(placeColumn)}: 'BIGINT'`,
    ...scalarColumns.map((name) => `${sqlName(name)}: 'VARCHAR'`),
    ...jsonColumns.map((name) => `${sqlName(name)}: 'JSON'`),
  ];
  const source = `read_json(${sqlString(linesPath)}, format = 'newline_delimited', columns = {${columns.join(', ')}},
    maximum_object_size = ${Math.max(1 << 20, longestLine + 1024)})`;
  return `COPY (SELECT * FROM ${source}) TO ${sqlString(tablePath)} (FORMAT parquet, ROW_GROUP_SIZE ${rowGroupSize})`;
}

/** The view `items`: of one table as it is, of several with the snapshot's name before. */
export function itemsView(tables: readonly { path: string; snapshot: string }[]): string {
  const parts = tables.map(({ path, snapshot }) => {
    const named = tables.length > 1 ? `${sqlString(snapshot)} AS ${sqlName(snapshotColumn)}, ` : '';
    return `SELECT ${named}* FROM read_parquet(${sqlString(path)})`;
  });
  return `CREATE VIEW items AS ${parts.join(' UNION ALL ')}`;
}
