'use client';
import AppLayout, { type AppLayoutProps } from '@cloudscape-design/components/app-layout';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import SplitPanel from '@cloudscape-design/components/split-panel';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { activeHref, fillsWindow, navigationItems } from './navigation';
import { type SidePanel, SidePanelProvider } from './side-panel';
import { TopBar } from './top-bar';
import { useFollow } from './use-follow';

/** Cloudscape's own limit, below which the navigation covers the page. */
const narrow = '(max-width: 688px)';

/** Below this a panel at the side leaves too little of the page. */
const noRoomBeside = '(max-width: 1279px)';

/** What stays while pages come and go: the bar on top, the navigation at the side, the panel that a page may show beside it. */
export function Shell({ children }: { children: ReactNode }) {
  const follow = useFollow();
  const pathname = usePathname();
  const isFilled = fillsWindow(pathname);
  const [navigationOpen, setNavigationOpen] = useState(!isFilled);
  useEffect(() => {
    if (window.matchMedia(narrow).matches) setNavigationOpen(false);
    if (!window.matchMedia(noRoomBeside).matches) return;
    setPanelPreferences({ position: 'bottom' });
    setPanelSize(360);
  }, []);
  useEffect(() => {
    if (!isFilled) return;
    setNavigationOpen(false);
    return () => setNavigationOpen(!window.matchMedia(narrow).matches);
  }, [isFilled]);
  const [panel, setPanel] = useState<SidePanel>();
  const [panelSize, setPanelSize] = useState(480);
  const [panelPreferences, setPanelPreferences] = useState<AppLayoutProps.SplitPanelPreferences>({ position: 'side' });
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
            <SidePanelProvider value={setPanel}>{children}</SidePanelProvider>
          </div>
        }
        splitPanel={
          panel && (
            <SplitPanel header={panel.header} closeBehavior="hide">
              {panel.content}
            </SplitPanel>
          )
        }
        splitPanelOpen={panel !== undefined}
        onSplitPanelToggle={({ detail }) => !detail.open && panel?.onClose()}
        splitPanelSize={panelSize}
        onSplitPanelResize={({ detail }) => setPanelSize(detail.size)}
        splitPanelPreferences={panelPreferences}
        onSplitPanelPreferencesChange={({ detail }) => setPanelPreferences(detail)}
        ariaLabels={{
          navigation: 'Pages of Snapscope',
          navigationClose: 'Close the navigation',
          navigationToggle: 'Open the navigation',
        }}
      />
    </>
  );
}
