import { NotFoundScreen } from '@/components/layout/screens/not-found-screen';
import { Shell } from '@/components/layout/shell';

export default function NotFound() {
  return (
    <Shell>
      <NotFoundScreen />
    </Shell>
  );
}
