'use client';
import { ErrorScreen } from '@/components/layout/screens/error-screen';

export default function DashboardError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorScreen error={error} retry={reset} />;
}
