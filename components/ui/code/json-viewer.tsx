'use client';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Toggle from '@cloudscape-design/components/toggle';
import { useEffect, useRef, useState } from 'react';
import { saveText } from '../save-text';
import { useJsonEditor } from './use-json-editor';

/** In characters. Beyond it a browser takes seconds to lay the text out, and people want a tool of their own. */
export const longestShown = 20_000_000;

interface JsonViewerProps {
  text: string;
  /** What the file is called when it is downloaded. */
  fileName: string;
  /** What is shown, for those who do not see it: `JSON of vol-1234`. */
  ariaLabel: string;
  /** Where the file itself can be had; without it the download is made from `text`. */
  downloadHref?: string;
}

/** JSON to read: laid out, coloured, to fold, search, copy and download. Numbers are shown as they are written. */
export function JsonViewer(props: JsonViewerProps) {
  if (props.text.length <= longestShown) return <ReadableJson {...props} />;
  const size = `${Math.round(props.text.length / 1_000_000).toLocaleString('en')} million characters`;
  return (
    <Alert type="info" header="Too long to show here" action={<DownloadButton {...props} />}>
      This JSON has {size}; up to {longestShown / 1_000_000} million can be shown. Download it to read it in an editor.
    </Alert>
  );
}

function DownloadButton({ text, fileName, downloadHref }: JsonViewerProps) {
  if (downloadHref) {
    return (
      <Button iconName="download" href={downloadHref} download={fileName}>
        Download
      </Button>
    );
  }
  return (
    <Button iconName="download" onClick={() => saveText(text, fileName)}>
      Download
    </Button>
  );
}

function ReadableJson(props: JsonViewerProps) {
  const container = useRef<HTMLDivElement>(null);
  const [wrap, setWrap] = useState(false);
  const { state, retry } = useJsonEditor(container, props.text, props.ariaLabel);
  const editor = state.phase === 'open' ? state.editor : undefined;
  useEffect(() => editor?.wrapLines(wrap), [editor, wrap]);
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Button iconName="search" disabled={!editor} onClick={() => editor?.openSearch()}>
          Search
        </Button>
        <Button disabled={!editor} onClick={() => editor?.foldAll()}>
          Fold all
        </Button>
        <Button disabled={!editor} onClick={() => editor?.unfoldAll()}>
          Unfold all
        </Button>
        <CopyToClipboard
          copyButtonText="Copy"
          copyButtonAriaLabel={`Copy the ${props.ariaLabel}`}
          copySuccessText="JSON copied"
          copyErrorText="The browser did not allow copying"
          textToCopy={state.phase === 'open' ? state.pretty : props.text}
        />
        <DownloadButton {...props} />
        <Toggle checked={wrap} disabled={!editor} onChange={({ detail }) => setWrap(detail.checked)}>
          Wrap lines
        </Toggle>
      </SpaceBetween>
      {state.phase === 'opening' && <StatusIndicator type="loading">Opening the JSON</StatusIndicator>}
      {state.phase === 'failed' && (
        <Alert type="error" header="The viewer could not be opened" action={<Button onClick={retry}>Try again</Button>}>
          {state.message}
        </Alert>
      )}
      <div ref={container} />
    </SpaceBetween>
  );
}
