import type { Metadata } from 'next';
import { objectName } from '@/components/buckets/folder-trail';
import { GraphPage } from '@/components/graph/page/graph-page';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: PageUrlProps): Promise<Metadata> {
  const { query } = await readPageUrl(props);
  return { title: `Graph of ${objectName(query.get('key') ?? '')}` };
}

export default function SnapshotGraphRoute() {
  return <GraphPage />;
}
