import { GraphPage } from '@/components/graph/page/graph-page';

export const dynamic = 'force-dynamic';

export default function SnapshotGraphRoute() {
  return <GraphPage />;
}
