import type { TableProps } from '@cloudscape-design/components/table';
import type { ShownScopes } from '@/lib/items/shown-scopes';

interface Row {
  accountId: string;
  region: string;
}

/** The columns Account and Region of a table of resources, each where there are several. */
export function scopeColumns<T extends Row>({ accounts, regions }: ShownScopes): TableProps.ColumnDefinition<T>[] {
  return [
    ...(accounts
      ? [{ id: 'account', header: 'Account', minWidth: 130, cell: ({ accountId }: T) => accountId || '–' }]
      : []),
    ...(regions ? [{ id: 'region', header: 'Region', minWidth: 110, cell: ({ region }: T) => region || '–' }] : []),
  ];
}
