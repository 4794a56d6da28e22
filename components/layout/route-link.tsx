'use client';
import Link, { type LinkProps } from '@cloudscape-design/components/link';
import { useFollow } from './use-follow';

/** Cloudscape's link to another page of this dashboard. */
export function RouteLink(props: LinkProps & { href: string }) {
  const follow = useFollow();
  return <Link {...props} onFollow={follow} />;
}
