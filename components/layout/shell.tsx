'use client';
import AppLayout from '@cloudscape-design/components/app-layout';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { activeHref, navigationItems } from './navigation';
import { TopBar } from './top-bar';
import { useFollow } from './use-follow';

/** What stays while pages come and go: the bar on top, the navigation at the side. */
export function Shell({ children }: { children: ReactNode }) {
  const follow = useFollow();
  const pathname = usePathname();
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <TopBar />
      <AppLayout
        headerSelector="#top-navigation"
        toolsHide
        disableContentPaddings
        navigation={
          <SideNavigation
            header={{ text: 'Configuration snapshots', href: '/' }}
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
