'use client';
import Box from '@cloudscape-design/components/box';
import { PageFrame } from '../page-frame';
import { RouteLink } from '../route-link';

/** What an address without a page shows. */
export function NotFoundScreen() {
  return (
    <PageFrame title="Page not found">
      <Box variant="p">
        Nothing lies at this address. It may have been mistyped, or belong to something that is gone. Start again from
        the <RouteLink href="/">overview</RouteLink>, or look in the <RouteLink href="/buckets">buckets</RouteLink>.
      </Box>
    </PageFrame>
  );
}
