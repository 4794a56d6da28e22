'use client';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactNode } from 'react';

interface CopyableProps {
  text: string;
  /** What is copied, for the button's name: `configSnapshotId`. */
  label: string;
  /** Shown in place of the text, such as a link or a shortened form. */
  children?: ReactNode;
}

/** A text with a button beside it that copies the whole of it. */
export function Copyable({ text, label, children }: CopyableProps) {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      textToDisplay={children ?? text}
      copyButtonAriaLabel={`Copy ${label}`}
      copySuccessText="Copied"
      copyErrorText="The browser did not allow copying"
    />
  );
}
