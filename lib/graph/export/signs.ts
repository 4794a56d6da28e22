import type { PictureBox, PictureNode } from '../picture';
import type { Palette } from '../style/palette';

/** Narrower than this, a node is its icon, with a caption below; wider ones are cards with icon and caption inside. */
const leastCard = 96;

/** Whether a node has room for its caption beside its icon. */
export function isCard({ width, height }: Pick<PictureNode, 'width' | 'height'>): boolean {
  return width >= leastCard && width > height;
}

/** The colour of a box's border: networks in their own, everything else quietly. */
export function boxColour({ kind }: Pick<PictureBox, 'kind'>, palette: Palette): string {
  if (kind === 'vpc' || kind === 'subnet') return palette.categories.network;
  return kind === 'account' ? palette.quietText : palette.edge;
}
