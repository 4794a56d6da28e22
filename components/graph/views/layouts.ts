import type { LayoutName, ViewName } from '../page/graph-url';

interface Layout {
  /** None: that which a view has by itself. */
  name?: LayoutName;
  title: string;
}

const columns: readonly Layout[] = [{ title: 'Left to right' }, { name: 'down', title: 'Top to bottom' }];

/** The layouts of each view, first its own. */
export const layouts: Record<ViewName, readonly Layout[]> = {
  map: [{ title: 'Fit the window' }, { name: 'wide', title: 'Wide' }, { name: 'tall', title: 'Tall' }],
  neighborhood: columns,
  impact: columns,
  path: columns,
  everything: [{ title: 'By forces' }, { name: 'circles', title: 'Circles by type' }],
};

/** Width by height of a map that is to be scrolled through in one direction. */
const proportions: Partial<Record<LayoutName, number>> = { wide: 4, tall: 0.4 };

/** The layout that a view is drawn in: that of the URL, if the view has it. */
export function layoutOf(view: ViewName, layout: LayoutName | undefined): LayoutName | undefined {
  return layouts[view].find(({ name }) => name === layout)?.name;
}

/** Width by height that a map comes close to, where the window has that of `fitting`. */
export function proportionOf(layout: LayoutName | undefined, fitting: number): number {
  return (layout && proportions[layout]) ?? fitting;
}
