'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { formatJson } from '@/lib/items/format-json';
import type { JsonEditor } from './json-editor';

export type JsonEditorState =
  | { phase: 'opening' }
  | { phase: 'failed'; message: string }
  | { phase: 'open'; editor: JsonEditor; pretty: string };

/**
 * Paints `text`, laid out, inside the element. The editor's code (~150 KB) comes only when a page has JSON to show.
 * Another text makes another editor; `retry` tries again after a failed download of the code.
 */
export function useJsonEditor(
  container: RefObject<HTMLElement | null>,
  text: string,
  ariaLabel: string,
): { state: JsonEditorState; retry: () => void } {
  const [state, setState] = useState<JsonEditorState>({ phase: 'opening' });
  const [attempt, setAttempt] = useState(0);
  const label = useRef(ariaLabel);
  label.current = ariaLabel;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is there to run the effect again.
  useEffect(() => {
    let gone = false;
    let editor: JsonEditor | undefined;
    setState({ phase: 'opening' });
    const open = async () => {
      const { mountJsonEditor } = await import('./json-editor');
      const element = container.current;
      if (gone || !element) return;
      const pretty = formatJson(text);
      editor = mountJsonEditor(element, pretty, label.current);
      setState({ phase: 'open', editor, pretty });
    };
    open().catch((error: unknown) => {
      if (!gone) setState({ phase: 'failed', message: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      gone = true;
      editor?.destroy();
    };
  }, [container, text, attempt]);

  return { state, retry: () => setAttempt((count) => count + 1) };
}
