import type { Metadata } from 'next';
import { NotFoundScreen } from '@/components/layout/screens/not-found-screen';
import { Shell } from '@/components/layout/shell';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <Shell>
      <NotFoundScreen />
    </Shell>
  );
}
