/** A string as DuckDB's SQL writes it. Nothing of it can end the literal. */
export const sqlString = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The name of a column as DuckDB's SQL writes it, whatever characters it holds. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
