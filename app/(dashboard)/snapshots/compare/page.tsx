import type { Metadata } from 'next';
import { ComparePage } from '@/components/snapshots/compare/compare-page';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Compare snapshots' };

export default function CompareSnapshotsPage() {
  return <ComparePage />;
}
