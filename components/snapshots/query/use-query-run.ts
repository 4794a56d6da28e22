'use client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { saveBlob } from '@/components/ui/save-text';
import type { QueryRequest } from '@/lib/api/contract/query';
import { sqlCommands } from '@/lib/api/queries/sql';

/** Runs queries, one at a time: another one, cancelling, and leaving the page end the one before. */
export function useQueryRun() {
  const running = useRef<AbortController>(undefined);
  const begin = (): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  };
  useEffect(() => () => running.current?.abort(), []);
  const query = useMutation({ mutationFn: (wanted: QueryRequest) => sqlCommands.run(wanted, begin()) });
  const file = useMutation({
    mutationFn: async (wanted: QueryRequest & { format: 'csv' | 'json' }) =>
      saveBlob(await sqlCommands.runToFile(wanted, begin()), `query.${wanted.format}`),
  });
  return {
    query,
    file,
    cancel: () => {
      running.current?.abort();
      query.reset();
      file.reset();
    },
  };
}
