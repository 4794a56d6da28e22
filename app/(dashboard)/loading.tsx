import { PageTitle } from '@/components/layout/page-title';
import { LoadingScreen } from '@/components/layout/screens/loading-screen';

export default function Loading() {
  return (
    <>
      <PageTitle title="Loading" />
      <LoadingScreen />
    </>
  );
}
