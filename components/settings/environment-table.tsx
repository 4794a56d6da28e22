'use client';
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { EmptyState } from '@/components/ui/table/empty-state';
import type { SettingsView } from '@/lib/api/contract/settings';
import { settingsQueries } from '@/lib/api/queries/settings';

type Setting = SettingsView['settings'][number];

const columns: TableProps.ColumnDefinition<Setting>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    minWidth: 240,
    cell: ({ name }) => <Box variant="code">{name}</Box>,
  },
  { id: 'value', header: 'Value', minWidth: 200, cell: ({ value }) => value || '(empty)' },
  { id: 'source', header: 'From', minWidth: 130, cell: ({ source }) => <SettingSource source={source} /> },
  { id: 'description', header: 'What it does', minWidth: 300, cell: ({ description }) => description },
];

/** The settings in force. They come from the environment and are read at start, so they are shown, not changed, here. */
export function EnvironmentTable() {
  const settings = useQuery(settingsQueries.settings());
  return (
    <SpaceBetween size="l">
      <LoadFailure title="The settings cannot be shown" query={settings} />
      {(settings.data || settings.isPending) && (
        <Table
          header={
            <Header
              variant="h2"
              description={`Read from the environment when Snapscope starts. To change a setting, set its variable and restart Snapscope. ${settings.data ? `Version ${settings.data.version}.` : ''}`}
            >
              Settings in effect
            </Header>
          }
          items={settings.data?.settings ?? []}
          trackBy="name"
          wrapLines
          loading={settings.isPending}
          loadingText="Loading the settings"
          columnDefinitions={columns}
          ariaLabels={{ tableLabel: 'Settings in effect' }}
          empty={<EmptyState title="No settings" />}
        />
      )}
    </SpaceBetween>
  );
}

function SettingSource({ source }: { source: Setting['source'] }) {
  return source === 'environment' ? <Badge color="blue">environment</Badge> : <Badge>default</Badge>;
}
