import type { PictureBox, PictureNode, Rectangle } from '../../picture';
import { boxTitle } from '../../style/box-title';
import { changeSigns, changesText, changesWords } from '../../style/changes';
import { fitText, textWidth } from '../../style/fit-text';
import { nodeStyleOf } from '../../style/node-style';
import type { Palette } from '../../style/palette';
import { boxColour, isCard } from '../signs';
import { xmlAttributes, xmlText } from '../xml';
import type { IconTable } from './icon-table';
import { text } from './text';

const captionRoom = { width: 150, height: 44 };
const lineHeight = 15.5;
/** Of what does not match a filter. */
export const dimmedOpacity = 0.3;

/** A box with its title, and with what is in it where it is folded. */
export function drawBox(box: PictureBox, palette: Palette): string {
  const { x, y, width, height, count, folded, missing, types = [], change, changes, dimmed } = box;
  const colour = change ? palette.changes[change] : boxColour(box, palette);
  const border = xmlAttributes({
    ...{ x, y, width, height, rx: 8, fill: colour, 'fill-opacity': folded ? 0.12 : 0.04, stroke: colour },
    ...{ 'stroke-width': change ? 3 : 1.5, 'stroke-dasharray': missing ? '6 5' : change && changeSigns[change].dash },
  });
  const differing = changes ? [changesText(changes)] : [];
  const lines = folded
    ? [
        ...differing,
        `${count} resources`,
        ...types.map((type) => `${type.count} × ${nodeStyleOf(type.resourceType).title}`),
      ]
    : [];
  const room = Math.max(0, Math.floor((height - 28) / 17));
  const title = `${change ? `${changeSigns[change].sign} ` : ''}${boxTitle(box)}`;
  const open = [title, String(count), ...differing].join(' · ');
  const [heading, ...details] = [folded ? title : open, ...lines.slice(0, room)];
  const titleParts = [
    `${title}: ${count} resources`,
    ...(missing ? ['not in this snapshot'] : []),
    ...(change ? [changeSigns[change].word] : []),
  ];
  if (changes) titleParts.push(changesWords(changes));
  if (dimmed) titleParts.push('does not match');
  const inside = width - 20;
  return `<g class="box"${xmlAttributes({ opacity: dimmed && dimmedOpacity })}><title>${xmlText(titleParts.join(', '))}</title><rect${border}/>${text(fitText(heading, 13, inside * 0.95), { x: x + 10, y: y + 19, size: 13, fill: palette.text, weight: 700 })}${details
    .map((line, place) =>
      text(fitText(line, 12, inside), { x: x + 10, y: y + 38 + 17 * place, size: 12, fill: palette.quietText }),
    )
    .join('')}</g>`;
}

/** A resource with its icon and caption; where it is `quiet` it stands back behind others. */
export function drawNode(
  node: PictureNode,
  palette: Palette,
  { icons, quiet }: { icons: IconTable; quiet: boolean },
): string {
  const { x, y, width, height, label, resourceId, resourceType, missing, change, dimmed } = node;
  const { category, name } = nodeStyleOf(resourceType);
  const colour = palette.categories[category];
  const card = isCard(node);
  const border = xmlAttributes({
    ...{ x, y, width, height, rx: 8, fill: card || missing ? palette.canvas : colour },
    ...{ stroke: change ? palette.changes[change] : colour, 'stroke-width': change ? 3.5 : 2 },
    'stroke-dasharray': missing ? '6 5' : change && changeSigns[change].dash,
  });
  const size = Math.min(38, height - 12, width - 8);
  const tile = card
    ? { x: x + 10, y: y + (height - size) / 2 }
    : { x: x + (width - size) / 2, y: y + (height - size) / 2 };
  const ground =
    card && !missing ? `<rect${xmlAttributes({ ...tile, width: size, height: size, rx: 7, fill: colour })}/>` : '';
  const inset = card ? size / 6 : size / 8;
  const icon = `<use${xmlAttributes({ href: `#${icons.idOf(resourceType)}`, x: tile.x + inset, y: tile.y + inset, width: size - 2 * inset, height: size - 2 * inset, color: missing ? colour : palette.glyph })}/>`;
  const names = label === resourceId ? [label] : [label, resourceId];
  const titleParts = [
    ...names,
    resourceType,
    ...(missing ? ['not in this snapshot'] : []),
    ...(change ? [change] : []),
    ...(dimmed ? ['does not match'] : []),
  ];
  const caption = card ? cardCaption(node, x + size + 20, palette) : captionBelow([label, name], node, palette);
  const opacity = dimmed ? dimmedOpacity : quiet ? 0.45 : change === 'removed' ? 0.75 : undefined;
  const drawn = `<g class="resource"${xmlAttributes({ opacity })}><title>${xmlText(titleParts.join(' · '))}</title><rect${border}/>${ground}${icon}${caption}${change ? badge(node, palette) : ''}</g>`;
  // What is half transparent must not let lines shine through.
  return opacity === undefined
    ? drawn
    : `<rect${xmlAttributes({ x, y, width, height, rx: 8, fill: palette.canvas })}/>${drawn}`;
}

/** As many lines as there is room for: name, id and type; name and type; the name. */
function cardCaption(node: PictureNode, left: number, palette: Palette): string {
  const { x, y, width, height, label, resourceId, resourceType } = node;
  const { title } = nodeStyleOf(resourceType);
  const all = label === resourceId ? [label, title] : [label, resourceId, title];
  const lines = [all, [label, title], [label]].find(({ length }) => length * lineHeight < height - 4) ?? [label];
  const first = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + 4.5;
  return lines
    .map((line, place) =>
      text(fitText(line, 12.5, x + width - left - 8), {
        ...{ x: left, y: first + place * lineHeight, size: 12.5 },
        fill: place === 0 ? palette.text : palette.quietText,
      }),
    )
    .join('');
}

function captionBelow(
  lines: readonly string[],
  { x, y, width, height, docksTo }: PictureNode,
  palette: Palette,
): string {
  // What rides on another node has the caption of that one below it.
  if (docksTo !== undefined) return '';
  return lines
    .map((line, place) =>
      text(fitText(line, 13, captionRoom.width), {
        ...{ x: x + width / 2, y: y + height + 17 + place * 17, size: 13, anchor: 'middle', halo: palette.canvas },
        fill: place === 0 ? palette.text : palette.quietText,
      }),
    )
    .join('');
}

/** The sign of a change in the node's corner. */
function badge({ x, y, width, change = 'changed' }: PictureNode, palette: Palette): string {
  const place = { x: x + width - 4, y: y + 4 };
  const circle = xmlAttributes({ cx: place.x, cy: place.y, r: 9, fill: palette.changes[change] });
  const sign = { x: place.x, y: place.y + 4.5, size: 14, anchor: 'middle', fill: palette.canvas, weight: 700 };
  return `<circle${circle}/>${text(changeSigns[change].sign, sign)}`;
}

/** The room that a node takes with its caption. */
export function withCaption(node: PictureNode): Rectangle {
  if (isCard(node)) return node;
  const widest = Math.max(textWidth(node.label, 13), textWidth(nodeStyleOf(node.resourceType).name, 13));
  const width = Math.max(node.width, Math.min(captionRoom.width, widest));
  return { x: node.x + node.width / 2 - width / 2, y: node.y, width, height: node.height + captionRoom.height };
}
