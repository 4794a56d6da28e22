import { LoadingScreen } from '@/components/layout/screens/loading-screen';

export default function Loading() {
  return <LoadingScreen />;
}
