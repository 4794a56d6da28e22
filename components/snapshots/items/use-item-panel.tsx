'use client';
import { useMemo } from 'react';
import { useSidePanel } from '@/components/layout/side-panel';
import type { View } from '../page/use-view-state';
import { ItemPanel } from './item-panel';

/** Shows the item that the URL names beside the page, once the document is known to have it. */
export function useItemPanel(view: View, itemCount: number | undefined): void {
  const { item } = view.state;
  const panel = useMemo(() => {
    if (item === undefined || itemCount === undefined || item >= itemCount) return undefined;
    return {
      header: 'Configuration item',
      content: <ItemPanel view={view} itemIndex={item} />,
      onClose: () => view.change({ item: undefined, itemJson: false }),
    };
  }, [view, item, itemCount]);
  useSidePanel(panel);
}
