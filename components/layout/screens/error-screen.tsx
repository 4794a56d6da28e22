'use client';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { ErrorAlert } from '@/components/ui/error-alert';
import { PageFrame } from '../page-frame';

/** What a page shows that could not be drawn at all. `digest` finds the cause in the server's log. */
export function ErrorScreen({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const router = useRouter();
  // `retry` draws again what the server sent; only a refresh makes the server try again.
  const again = () =>
    startTransition(() => {
      router.refresh();
      retry();
    });
  return (
    <PageFrame title="This page cannot be shown">
      <ErrorAlert
        title="Snapscope failed while showing this page"
        code={error.digest ? `Digest ${error.digest}` : error.name}
        message={
          error.digest
            ? "Try again. If it happens again, the server's log tells the cause under this digest."
            : `${error.message || 'No reason was given.'} Try again, or load the page anew.`
        }
        onRetry={again}
      />
    </PageFrame>
  );
}
