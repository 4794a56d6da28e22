'use client';
import '@cloudscape-design/global-styles/index.css';
import { useEffect } from 'react';
import { PageTitle } from '@/components/layout/page-title';
import { applyTheme, readTheme } from '@/components/layout/theme/theme';
import { ErrorAlert } from '@/components/ui/error-alert';

/** Stands in for the whole document when even the shell cannot be drawn. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => applyTheme(readTheme()), []);
  return (
    <html lang="en">
      <body>
        <PageTitle title="Error" />
        <main style={{ maxWidth: 720, margin: '15vh auto', padding: 16 }}>
          <ErrorAlert
            title="Snapscope cannot be shown"
            code={error.digest ? `Digest ${error.digest}` : error.name}
            message="Try again. If it happens again, the server's log tells the cause."
            onRetry={reset}
          />
        </main>
      </body>
    </html>
  );
}
