import type { SideNavigationProps } from '@cloudscape-design/components/side-navigation';

/** The dashboard's rooms, in the order of the main job: deliver, find, read, see what is recorded and how it is found. */
export const navigationItems: SideNavigationProps.Item[] = [
  { type: 'link', text: 'Overview', href: '/' },
  { type: 'link', text: 'Buckets', href: '/buckets' },
  { type: 'link', text: 'Snapshots', href: '/snapshots' },
  { type: 'link', text: 'Deliveries', href: '/deliveries' },
  { type: 'link', text: 'Resources', href: '/resources' },
  { type: 'link', text: 'Discovery', href: '/discovery' },
  { type: 'divider' },
  { type: 'link', text: 'Connect', href: '/connect' },
  { type: 'link', text: 'Settings', href: '/settings' },
];

/** Whether the page of a path wants the whole window: the navigation is closed there until it is asked for. */
export function fillsWindow(pathname: string): boolean {
  return pathname === '/snapshots/graph';
}

/** The entry to highlight for a path: the one whose folder the path lies in (`/buckets/a/b` → `/buckets`), none for an unknown path. */
export function activeHref(pathname: string): string | undefined {
  if (pathname === '/') return '/';
  const links = navigationItems.flatMap((item) => ('href' in item && item.href !== '/' ? [item.href] : []));
  return links.find((href) => pathname === href || pathname.startsWith(`${href}/`));
}
