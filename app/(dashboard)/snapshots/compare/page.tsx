import { ComparePage } from '@/components/snapshots/compare/compare-page';

export const dynamic = 'force-dynamic';

export default function CompareSnapshotsPage() {
  return <ComparePage />;
}
