import type { Picture, PictureBox, PictureEdge, PictureNode, Rectangle } from '../picture';
import { boxTitle } from '../style/box-title';
import { changeSigns, changesWords } from '../style/changes';
import { iconSvg } from '../style/glyphs';
import { nodeStyleOf } from '../style/node-style';
import { palettes } from '../style/palette';
import { base64 } from './base64';
import { boxColour, isCard } from './signs';

import { xmlAttributes } from './xml';

const palette = palettes.light;

/**
 * A picture as a draw.io diagram (an `mxfile` with one uncompressed `mxGraphModel`): boxes are containers that hold what stands in
 * them, edges are connectors, and each resource carries what is known of it as data of its shape. Labels are plain text, never HTML.
 *
 * @param title the name of the diagram's page
 */
export function drawio({ boxes, nodes, edges }: Picture, title: string): string {
  const ids = new Map([...boxes, ...nodes].map(({ id }, place) => [id, `c${place}`]));
  const boxById = new Map(boxes.map((box) => [box.id, box]));
  // A child's place is told from the corner of its container.
  const placed = ({ parent, x, y, width, height }: Rectangle & { parent?: string }) => {
    const box = parent === undefined ? undefined : boxById.get(parent);
    const parentCell = box ? ids.get(box.id) : undefined;
    const corner = { x: x - (box?.x ?? 0), y: y - (box?.y ?? 0) };
    const geometry = `<mxGeometry${xmlAttributes({ ...corner, width, height })} as="geometry"/>`;
    return { parent: parentCell ?? '1', geometry };
  };
  const shape = (data: Data, style: string, place: Rectangle & { parent?: string }) => {
    const { parent, geometry } = placed(place);
    return `<object${xmlAttributes(data)}><mxCell${xmlAttributes({ style, vertex: 1, parent })}>${geometry}</mxCell></object>`;
  };
  const cells = [
    ...boxes.map((box) => shape({ ...boxData(box), id: ids.get(box.id) }, boxStyle(box), box)),
    ...nodes.map((node) => shape({ ...nodeData(node), id: ids.get(node.id) }, nodeStyle(node), node)),
    ...edges.map((edge, place) => {
      const ends = { source: ids.get(edge.source), target: ids.get(edge.target) };
      const cell = xmlAttributes({ style: edgeStyle(edge), edge: 1, parent: '1', ...ends });
      const data = xmlAttributes({ ...edgeData(edge), id: `e${place}` });
      return `<object${data}><mxCell${cell}><mxGeometry relative="1" as="geometry"/></mxCell></object>`;
    }),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<mxfile host="Snapscope">
  <diagram${xmlAttributes({ id: 'picture', name: title })}>
    <mxGraphModel grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="0" math="0">
      <root>
        <mxCell id="0"/>
        <mxCell id="1" parent="0"/>
${cells.map((cell) => `        ${cell}`).join('\n')}
      </root>
    </mxGraphModel>
  </diagram>
</mxfile>
`;
}

type Data = Record<string, string | number | boolean | undefined>;

function boxData(box: PictureBox): Data {
  const { kind, count, folded, missing, resourceType, change, changes } = box;
  const words = folded ? `${boxTitle(box)} (${count})` : boxTitle(box);
  const parts = [words, ...(change ? [changeSigns[change].word] : []), ...(changes ? [changesWords(changes)] : [])];
  return { label: parts.join(', '), kind, resources: count, resourceType, inSnapshot: !missing, change };
}

function nodeData({ label, resourceId, resourceType, accountId, region, missing, change }: PictureNode): Data {
  const { title } = nodeStyleOf(resourceType);
  const words = [
    label,
    ...(label === resourceId ? [] : [resourceId]),
    title,
    ...(change ? [changeSigns[change].word] : []),
  ];
  return { label: words.join('\n'), resourceType, resourceId, accountId, region, inSnapshot: !missing, change };
}

function edgeData({ name, derived, count, field }: PictureEdge): Data {
  const words = [name, ...(derived ? ['(derived)'] : []), ...(count && count > 1 ? [`×${count}`] : [])];
  return { label: words.join(' '), derived: derived === true, relationships: count ?? 1, field };
}

/** A style of draw.io's: `name=value;`. Values are ours: nothing out of a file comes into it. */
function styled(values: Data): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : `${name}=${value};`))
    .join('');
}

/** What does not match a filter stands back, in per cent. */
function dimming({ dimmed }: { dimmed?: true }): Data {
  return dimmed ? { opacity: 30, textOpacity: 30 } : {};
}

function boxStyle(box: PictureBox): string {
  return styled({
    ...{ html: 0, whiteSpace: 'wrap', rounded: 1, absoluteArcSize: 1, arcSize: 12 },
    ...{ container: 1, collapsible: 1, recursiveResize: 0, dropTarget: 1 },
    ...{ align: 'left', verticalAlign: 'top', spacingLeft: 8, spacingTop: 2, fontStyle: 1, fontSize: 13 },
    ...{ fillColor: 'none', strokeColor: boxColour(box, palette), fontColor: palette.text, strokeWidth: 1.5 },
    dashed: box.missing ? 1 : undefined,
    ...dimming(box),
  });
}

function nodeStyle(node: PictureNode): string {
  const { category, glyph, service } = nodeStyleOf(node.resourceType);
  const colour = palette.categories[category];
  const icon = node.missing ? iconSvg(glyph, service, colour) : iconSvg(glyph, service, palette.glyph, colour);
  // Styles end at a semicolon: draw.io's data URLs leave out `;base64`.
  const image = `data:image/svg+xml,${base64(icon)}`;
  const change = node.change && changeSigns[node.change];
  const common = {
    ...{ html: 0, fontColor: palette.text, fontSize: 12, overflow: 'hidden' },
    dashed: node.missing || change?.dash ? 1 : undefined,
    ...dimming(node),
  };
  if (!isCard(node)) {
    const below = { verticalLabelPosition: 'bottom', verticalAlign: 'top', align: 'center', overflow: 'visible' };
    return styled({ shape: 'image', imageAspect: 1, ...common, ...below, image });
  }
  const size = Math.min(36, node.height - 8);
  return styled({
    ...{ shape: 'label', rounded: 1, absoluteArcSize: 1, arcSize: 10, whiteSpace: 'wrap', ...common },
    ...{ align: 'left', spacingLeft: size + 14, imageAlign: 'left', imageVerticalAlign: 'middle' },
    ...{ imageWidth: size, imageHeight: size },
    ...{
      fillColor: palette.canvas,
      strokeColor: node.change ? palette.changes[node.change] : colour,
      strokeWidth: node.change ? 3 : 1.5,
    },
    image,
  });
}

function edgeStyle(edge: PictureEdge): string {
  const { derived, change } = edge;
  return styled({
    ...dimming(edge),
    ...{ html: 0, rounded: 1, endArrow: derived ? 'open' : 'block', endFill: derived ? 0 : 1 },
    ...{
      strokeColor: change ? palette.changes[change] : palette.edge,
      fontColor: palette.edgeText,
      fontSize: 11,
      labelBackgroundColor: palette.canvas,
    },
    ...(derived && { dashed: 1, dashPattern: '1 4' }),
  });
}
