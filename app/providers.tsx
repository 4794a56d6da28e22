'use client';
import I18nProvider from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { drawAsServer } from '@/components/layout/first-paint';
import { createQueryClient } from '@/components/layout/query/query-client';

// Before React wakes up what the server sent.
drawAsServer();

/** What every page stands in: the cache of what the server said, and Cloudscape's own words. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </I18nProvider>
  );
}
