import { NotFoundScreen } from '@/components/layout/screens/not-found-screen';

export default function NotFound() {
  return <NotFoundScreen />;
}
