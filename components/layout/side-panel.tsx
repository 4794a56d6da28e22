'use client';
import { createContext, type ReactNode, useContext, useEffect } from 'react';

/** What a page shows beside itself: one thing out of what it lists. */
export interface SidePanel {
  header: string;
  content: ReactNode;
  onClose: () => void;
}

type ShowSidePanel = (panel: SidePanel | undefined) => void;

const SidePanelContext = createContext<ShowSidePanel>(() => undefined);

/** The shell's end: it holds the panel, since Cloudscape lays it out beside the whole content. */
export const SidePanelProvider = SidePanelContext.Provider;

/**
 * The page's end: shows `panel` beside the page while it is given, and takes it away when the page goes. Hand over the same
 * object while nothing changes (`useMemo`), since each new one is painted anew.
 */
export function useSidePanel(panel: SidePanel | undefined): void {
  const show = useContext(SidePanelContext);
  useEffect(() => show(panel), [show, panel]);
  useEffect(() => () => show(undefined), [show]);
}
