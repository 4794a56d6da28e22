import { countText } from '@/components/ui/bytes';
import type { PictureBox, PictureNode } from '@/lib/graph/picture';
import { boxTitle } from '@/lib/graph/style/box-title';
import { changeSigns, changesText } from '@/lib/graph/style/changes';
import { fitText } from '@/lib/graph/style/fit-text';
import { iconUrl, pinUrl } from '@/lib/graph/style/glyphs';
import { type Category, nodeStyleOf } from '@/lib/graph/style/node-style';
import type { Palette } from '@/lib/graph/style/palette';
import { cardLines, foldedLines, matchingText, resourcesText } from './captions';

const shapes: Record<Category, string> = {
  compute: 'round-rectangle',
  storage: 'barrel',
  network: 'round-hexagon',
  security: 'round-octagon',
  database: 'barrel',
  messaging: 'round-tag',
  management: 'cut-rectangle',
  other: 'ellipse',
};

/** How a node stands on the canvas: as a card with two lines, as a strip below the card on which it rides, as an icon with its name below. */
export type Form = 'card' | 'strip' | 'tile' | 'icon';

/** The form that a node's size allows. */
export function formOf({ width, height, docksTo }: Pick<PictureNode, 'width' | 'height' | 'docksTo'>): Form {
  if (width >= 96 && width > height) return height >= 34 ? 'card' : 'strip';
  return docksTo === undefined ? 'icon' : 'tile';
}

/** Font sizes of captions: near, and from farther away, where one line must do. */
export const captionSizes = { card: 13, strip: 12, far: 16 };
/** Between the icon and the border that it is close to, and between the icon and its caption. */
/** How wide the name below an icon may be. */
const iconCaption = 110;
const besideIcon = { card: 6, strip: 4, caption: 6 };

function iconSizeOf(form: Form, height: number): number {
  if (form === 'card' || form === 'strip') return height - 2 * besideIcon[form];
  return form === 'tile' ? 19 : 28;
}
/** How large the mark of what is pinned is. */
export const pinSize = 15;

/** Two drawings on one node: its own, and the mark of what is pinned. */
function pinned(drawing: string, size: number, palette: Palette) {
  return { drawings: [drawing, pinUrl(palette.selected)], drawingSizes: [size, pinSize] };
}

/**
 * What a node on the canvas bears; strings that come out of a file are only ever drawn as text.
 *
 * @param scope account and Region as far as they are told beside its name
 */
export function nodeData(node: PictureNode, palette: Palette, scope = '') {
  const form = formOf(node);
  const { category, glyph, service, name } = nodeStyleOf(node.resourceType);
  const colour = palette.categories[category];
  const isTiled = form === 'card' || form === 'strip';
  const icon = iconSizeOf(form, node.height);
  // The sign of a change stands before the name.
  const room = node.width - icon - (node.change ? 30 : 18) - (node.pinned ? pinSize : 0);
  const lines =
    form === 'card'
      ? cardLines(node, { scope, width: room, fontSize: captionSizes.card })
      : form === 'strip'
        ? [fitText(node.width > 150 ? `${name} ${node.label}` : node.label, captionSizes.strip, room)]
        : form === 'icon'
          ? [fitText(node.label, captionSizes.strip, iconCaption), scope].filter(Boolean)
          : [''];
  const sign = node.change && changeSigns[node.change].sign;
  const far = isTiled ? fitText(node.label, captionSizes.far, room) : undefined;
  const signed = (line: string) => (sign ? `${sign} ${line}` : line);
  const filled = !isTiled && !node.missing;
  const drawing =
    isTiled && !node.missing
      ? iconUrl(glyph, service, palette.glyph, colour)
      : iconUrl(glyph, service, filled ? palette.glyph : colour);
  return {
    caption: signed(lines.join('\n')),
    ...(far !== undefined && { captionFar: signed(far) }),
    colour,
    fill: filled ? colour : palette.canvas,
    icon: drawing,
    ...(node.pinned && pinned(drawing, icon, palette)),
    iconSize: icon,
    shape: isTiled ? 'round-rectangle' : form === 'tile' ? 'round-rectangle' : shapes[category],
    width: node.width,
    height: node.height,
    captionShift: icon + besideIcon[form === 'strip' ? 'strip' : 'card'] + besideIcon.caption - node.width,
    depth: form === 'card' || form === 'icon' ? 60 : 61,
  };
}

/** Font sizes of a box's title: near, from farther away, and from where only the outermost can be told. */
export const titleSizes = { near: 15, far: 17, farther: 32, folded: 13, foldedFar: 16 };

/** What a box on the canvas bears. `depth` is how many boxes lie round it. */
export function boxData(box: PictureBox, depth: number, palette: Palette) {
  const colour = boxColour(box, palette);
  const isStack = box.folded && box.kind === 'alike';
  const isOutermost = box.kind === 'account' || box.kind === 'region';
  const style = box.resourceType === undefined ? undefined : nodeStyleOf(box.resourceType);
  // Titles are bold.
  const room = (box.width - 22 - (box.pinned ? pinSize : 0)) * 0.95;
  const sign = box.change && changeSigns[box.change].sign;
  const title = sign ? `${sign} ${boxTitle(box)}` : boxTitle(box);
  const facts = [
    ...(box.changes ? [changesText(box.changes)] : []),
    ...(box.matching === undefined || box.dimmed ? [] : [matchingText(box.matching)]),
    ...(box.kind === 'alike' ? [] : [resourcesText(box.count)]),
    ...(box.more ? [`${countText(box.more)} more`] : []),
    ...(box.missing ? ['not in this snapshot'] : []),
    ...(box.partly ? ['folded'] : []),
  ];
  // As many facts as there is room for: a title that is cut tells less than one without them.
  const whole = facts.map((_, at) => [title, ...facts.slice(0, facts.length - at)].join(' · '));
  const near = whole.find((text) => fitText(text, titleSizes.near, room) === text) ?? title;
  const open = { near: fitText(near, titleSizes.near, room), far: fitText(title, titleSizes.far, room) };
  const one = box.kind === 'alike' && box.types?.[0] ? nodeStyleOf(box.types[0].resourceType) : undefined;
  const stack = one ? [`${countText(box.count)} × ${one.name}`, `${one.service}, folded`] : [title];
  const changes = [
    ...(box.matching === undefined || box.dimmed ? [] : [matchingText(box.matching)]),
    ...(box.changes ? [changesText(box.changes)] : []),
  ];
  const lines = isStack
    ? [...stack.slice(0, 2 - changes.length), ...changes]
    : [title, ...foldedLines(box).slice(0, 3 - changes.length), ...changes];
  const folded = lines.map((line) => fitText(line, titleSizes.folded, room));
  // Fewer lines, larger.
  const foldedFar = lines.slice(0, isStack ? 1 : 3).map((line) => fitText(line, titleSizes.foldedFar, room));
  return {
    caption: box.folded ? folded.join('\n') : open.near,
    captionFar: box.folded ? foldedFar.join('\n') : open.far,
    captionFarther: !box.folded && isOutermost ? fitText(title, titleSizes.farther, room) : '',
    colour: isStack && box.types?.[0] ? palette.categories[nodeStyleOf(box.types[0].resourceType).category] : colour,
    icon: style ? iconUrl(style.glyph, style.service, colour) : undefined,
    ...(box.pinned && { pin: pinUrl(palette.selected) }),
    width: box.width,
    height: box.height,
    captionShift: 11 - box.width,
    depth,
  };
}

/** The colour of a box's border: networks in their own, everything else quietly. */
function boxColour({ kind }: PictureBox, palette: Palette): string {
  if (kind === 'vpc' || kind === 'subnet') return palette.categories.network;
  return kind === 'account' || kind === 'region' ? palette.quietText : palette.edge;
}
