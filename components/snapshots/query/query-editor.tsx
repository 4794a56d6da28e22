'use client';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useRef, useState } from 'react';
import type { SqlEditor } from '@/components/ui/code/sql-editor';

interface QueryEditorProps {
  text: string;
  onChange(text: string): void;
  onRun(): void;
}

/** Where a query is written. The editor's code comes only when the tab is opened. */
export function QueryEditor({ text, onChange, onRun }: QueryEditorProps) {
  const container = useRef<HTMLDivElement>(null);
  const editor = useRef<SqlEditor>(undefined);
  const latest = useRef({ text, onChange, onRun });
  latest.current = { text, onChange, onRun };
  const [phase, setPhase] = useState<'opening' | 'open' | 'failed'>('opening');

  useEffect(() => {
    let gone = false;
    const open = async () => {
      const { mountSqlEditor } = await import('@/components/ui/code/sql-editor');
      if (gone || !container.current) return;
      editor.current = mountSqlEditor({
        parent: container.current,
        text: latest.current.text,
        ariaLabel: 'Query',
        onChange: (next) => latest.current.onChange(next),
        onRun: () => latest.current.onRun(),
      });
      setPhase('open');
    };
    open().catch(() => setPhase('failed'));
    return () => {
      gone = true;
      editor.current?.destroy();
      editor.current = undefined;
    };
  }, []);

  // A chosen example, or a step back in the browser's history, changes the text from outside.
  useEffect(() => editor.current?.replace(text), [text]);

  return (
    <div>
      <div ref={container} />
      {phase === 'opening' && <StatusIndicator type="loading">Loading the editor</StatusIndicator>}
      {phase === 'failed' && (
        <StatusIndicator type="error">The editor could not be loaded. Load the page anew.</StatusIndicator>
      )}
    </div>
  );
}
