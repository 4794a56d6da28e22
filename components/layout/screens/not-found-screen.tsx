'use client';
import Box from '@cloudscape-design/components/box';
import { PageFrame } from '../page-frame';
import { RouteLink } from '../route-link';

/** What a URL without a page shows. */
export function NotFoundScreen() {
  return (
    <PageFrame title="Page not found">
      <Box variant="p">
        There is no page at this URL. It may be mistyped, or its page may be gone. Start again from the{' '}
        <RouteLink href="/">overview</RouteLink>, or look in the <RouteLink href="/buckets">buckets</RouteLink>.
      </Box>
    </PageFrame>
  );
}
