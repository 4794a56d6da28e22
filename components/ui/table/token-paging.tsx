'use client';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';

interface TokenPagingProps {
  /** The token of the page that is shown; absent on the first. */
  token?: string;
  nextToken?: string;
  onGo: (token: string | undefined) => void;
}

/**
 * Moves through pages that only know their successor. The way back is remembered as the reader goes; after opening a later
 * page by its URL it is not known, and `Previous` leads to the first page.
 */
export function TokenPaging({ token, nextToken, onGo }: TokenPagingProps) {
  const before = useRef(new Map<string, string | undefined>());
  if (!token && !nextToken) return null;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        iconName="angle-left"
        disabled={!token}
        ariaLabel="Previous page"
        onClick={() => onGo(token && before.current.get(token))}
      >
        Previous
      </Button>
      <Button
        iconName="angle-right"
        iconAlign="right"
        disabled={!nextToken}
        ariaLabel="Next page"
        onClick={() => {
          if (!nextToken) return;
          before.current.set(nextToken, token);
          onGo(nextToken);
        }}
      >
        Next
      </Button>
    </SpaceBetween>
  );
}
