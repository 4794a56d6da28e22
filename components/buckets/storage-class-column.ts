import type { TableProps } from '@cloudscape-design/components/table';

/**
 * The column that tells which objects are archived, for a table that has some in other classes than S3's usual one. A directory has no
 * storage classes.
 */
export function storageClassColumn<Row extends { storageClass?: string }>(
  rows: readonly Row[],
): TableProps.ColumnDefinition<Row>[] {
  if (rows.every(({ storageClass = 'STANDARD' }) => storageClass === 'STANDARD')) return [];
  return [{ id: 'storage-class', header: 'Storage class', cell: ({ storageClass }) => storageClass ?? '–' }];
}
