'use client';
import AppLayout from '@cloudscape-design/components/app-layout';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { activeHref, navigationItems } from './navigation';
import { TopBar } from './top-bar';
import { useFollow } from './use-follow';

/** Cloudscape's own limit, below which the navigation covers the page. */
const narrow = '(max-width: 688px)';

/** What stays while pages come and go: the bar on top, the navigation at the side. */
export function Shell({ children }: { children: ReactNode }) {
  const follow = useFollow();
  const pathname = usePathname();
  const [navigationOpen, setNavigationOpen] = useState(true);
  useEffect(() => {
    if (window.matchMedia(narrow).matches) setNavigationOpen(false);
  }, []);
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <TopBar />
      <AppLayout
        headerSelector="#top-navigation"
        toolsHide
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        disableContentPaddings
        navigation={
          <SideNavigation
            header={{ text: 'Dashboard', href: '/' }}
            items={navigationItems}
            activeHref={activeHref(pathname)}
            onFollow={follow}
          />
        }
        content={
          <div id="content" tabIndex={-1}>
            {children}
          </div>
        }
        ariaLabels={{
          navigation: 'Pages of Snapscope',
          navigationClose: 'Close the navigation',
          navigationToggle: 'Open the navigation',
        }}
      />
    </>
  );
}
