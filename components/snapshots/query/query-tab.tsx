'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { DocumentView } from '@/lib/api/contract/documents';
import type { View } from '../page/use-view-state';
import { QueryEditor } from './query-editor';
import { queryExamples } from './query-examples';
import { QueryProgress } from './query-progress';
import { QueryResults } from './query-results';
import { QuerySnapshots } from './query-snapshots';
import { SqlFailure } from './sql-failure';
import { useQueryRun } from './use-query-run';

const firstExample = queryExamples[0]?.sql ?? '';

/** Asks a snapshot, or several, in SQL. What is asked stands in the URL, so that it can be handed on. */
export function QueryTab({ view, document }: { view: View; document: DocumentView }) {
  const { bucket, key, language, sql } = view.state;
  const [text, setText] = useState(sql || firstExample);
  const [others, setOthers] = useState<string[]>([]);
  const { query, file, cancel } = useQueryRun();
  const documents = [{ bucket, key }, ...others.map((other) => ({ bucket, key: other }))];
  const run = () => {
    view.amend({ sql: text });
    query.mutate({ documents, sql: text, language });
  };
  const failure = file.error ?? query.error;
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="m" alignItems="end">
        <SegmentedControl
          label="Language of the query"
          selectedId={language}
          options={[
            { id: 'sql', text: 'SQL' },
            { id: 'aws', text: 'AWS Config query' },
          ]}
          onChange={({ detail }) => view.amend({ language: detail.selectedId === 'aws' ? 'aws' : 'sql' })}
        />
        <ButtonDropdown
          items={queryExamples.map(({ title, language: spoken }, at) => ({
            id: String(at),
            text: title,
            secondaryText: spoken === 'aws' ? 'AWS Config query' : 'SQL',
          }))}
          onItemClick={({ detail }) => {
            const example = queryExamples[Number(detail.id)];
            if (!example) return;
            setText(example.sql);
            view.amend({ sql: example.sql, language: example.language });
          }}
        >
          Examples
        </ButtonDropdown>
        <QuerySnapshots bucket={bucket} objectKey={key} others={others} onChange={setOthers} />
      </SpaceBetween>
      <Box color="text-body-secondary" fontSize="body-s">
        {language === 'aws'
          ? 'AWS Config’s language of advanced queries: SELECT properties WHERE …, without FROM.'
          : 'One SELECT of DuckDB over the view items: its columns are the fields of an item; configuration, tags and relationships are JSON. With several snapshots, the column snapshot tells them apart.'}
      </Box>
      <QueryEditor text={text} onChange={setText} onRun={run} />
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Button variant="primary" onClick={run} loading={query.isPending} loadingText="The query runs">
          Run
        </Button>
        <Button onClick={cancel} disabled={!query.isPending && !file.isPending}>
          Cancel
        </Button>
      </SpaceBetween>
      {query.isPending && <QueryProgress bucket={bucket} keys={[key, ...others]} itemCount={document.itemCount} />}
      {failure && <SqlFailure error={failure} />}
      {query.data && !query.isPending && (
        <QueryResults
          result={query.data}
          saving={file.isPending}
          onSave={(format) => query.variables && file.mutate({ ...query.variables, format })}
        />
      )}
    </SpaceBetween>
  );
}
