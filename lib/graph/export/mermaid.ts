import { DomainError } from '../../errors';
import type { Picture, PictureBox, PictureEdge, PictureNode } from '../picture';
import { boxTitle } from '../style/box-title';
import { changeSigns } from '../style/changes';
import { nodeStyleOf } from '../style/node-style';
import { palettes } from '../style/palette';

/** Mermaid's own defaults for edges and text; above so many nodes nobody can read what it lays out. */
const largest = { nodes: 200, edges: 500, text: 50_000 };
const longestLabel = 60;
const dimmed = 'opacity:0.35';

/**
 * A picture as a Mermaid flowchart: open boxes are subgraphs, folded ones nodes with their count. Places are left out, since Mermaid
 * lays out by itself. A long label is cut in its middle.
 *
 * @throws DomainError `PictureTooLarge` where Mermaid would refuse the diagram, or make nothing of it that can be read.
 */
export function mermaid(picture: Picture): string {
  const { boxes, nodes, edges } = picture;
  const open = boxes.filter(({ folded }) => !folded);
  const count = nodes.length + boxes.length - open.length;
  if (count > largest.nodes) throw tooLarge(`${largest.nodes} resources, and this picture has ${count}`);
  if (edges.length > largest.edges)
    throw tooLarge(`${largest.edges} relationships, and this picture has ${edges.length}`);

  const ids = new Map([
    ...boxes.map(({ id }, place): [string, string] => [id, `b${place}`]),
    ...nodes.map(({ id }, place): [string, string] => [id, `n${place}`]),
  ]);
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
  // An edge to a subgraph that holds its other end cannot be laid out: a box that is an end has a node for itself within.
  const itself = new Set(open.filter(({ id }) => ends.has(id)).map(({ id }) => id));
  const endOf = (id: string) => `${ids.get(id)}${itself.has(id) ? 'itself' : ''}`;

  const linesIn = (parent: string | undefined, indent: string): string[] => [
    ...boxes.filter((box) => box.parent === parent).flatMap((box) => boxLines(box, indent)),
    ...nodes.filter((node) => node.parent === parent).map((node) => `${indent}${ids.get(node.id)}${nodeLabel(node)}`),
  ];
  const boxLines = (box: PictureBox, indent: string): string[] =>
    box.folded
      ? [`${indent}${ids.get(box.id)}[["${mermaidText(boxTitle(box))}<br/>${box.count} resources"]]`]
      : [
          `${indent}subgraph ${ids.get(box.id)}["${mermaidText(boxTitle(box))}"]`,
          ...(itself.has(box.id) ? [`${indent}  ${endOf(box.id)}(["${mermaidText(boxTitle(box))}"])`] : []),
          ...linesIn(box.id, `${indent}  `),
          `${indent}end`,
        ];
  const edgeLines = edges.map(({ source, target, name, derived, count: bundled }) => {
    const words = mermaidText([name, ...(bundled && bundled > 1 ? [`(${bundled})`] : [])].join(' '));
    return `  ${endOf(source)} ${derived ? '-.->' : '-->'}${words && `|"${words}"|`} ${endOf(target)}`;
  });
  const text = [
    'flowchart LR',
    ...linesIn(undefined, '  '),
    ...edgeLines,
    ...classLines(picture, (id) => ids.get(id) ?? ''),
    ...linkLines(edges),
    '',
  ].join('\n');
  if (text.length > largest.text) throw tooLarge(`${largest.text} characters, and this picture has ${text.length}`);
  return text;
}

/**
 * A string within Mermaid's double quotes, shortened to 60 characters. All but letters, digits, spaces and single hyphens, colons and
 * slashes between them is written as a code: Mermaid reads Markdown, HTML and links in labels, and names are anybody's.
 */
function mermaidText(text: string): string {
  const characters = Array.from(text.replace(/\p{Surrogate}|\p{Cc}/gu, ' ').trim());
  const tail = Math.floor((longestLabel - 1) / 2);
  const short =
    characters.length <= longestLabel
      ? characters
      : [...characters.slice(0, longestLabel - 1 - tail), '…', ...characters.slice(-tail)];
  const isPlain = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  return short
    .map((character, place) => {
      if (isPlain(character) || character === ' ') return character;
      const isBetween = isPlain(short[place - 1]) && isPlain(short[place + 1]);
      return isBetween && /[-:/]/.test(character) ? character : `#${character.codePointAt(0)};`;
    })
    .join('');
}

function nodeLabel({ label, resourceType, change }: PictureNode): string {
  const words = [label, nodeStyleOf(resourceType).title, ...(change ? [changeSigns[change].word] : [])];
  return `["${words.map(mermaidText).join('<br/>')}"]`;
}

/** Colours by category, a dashed border for what is not in the snapshot, what changed, and what stands back. */
function classLines({ boxes, nodes }: Picture, idOf: (id: string) => string): string[] {
  const palette = palettes.light;
  const members = new Map<string, string[]>();
  const add = (name: string, id: string) => {
    const known = members.get(name);
    if (known) known.push(idOf(id));
    else members.set(name, [idOf(id)]);
  };
  for (const { id, resourceType, missing, change, dimmed } of nodes) {
    add(nodeStyleOf(resourceType).category, id);
    if (missing) add('missing', id);
    if (change) add(change, id);
    if (dimmed) add('dimmed', id);
  }
  for (const { id, missing, change, dimmed } of boxes) {
    if (missing) add('missing', id);
    if (change) add(change, id);
    if (dimmed) add('dimmed', id);
  }
  const looks: Record<string, string> = {
    ...Object.fromEntries(
      Object.entries(palette.categories).map(([category, colour]) => [
        category,
        `fill:${palette.canvas},stroke:${colour},color:${palette.text}`,
      ]),
    ),
    missing: 'stroke-dasharray:5 4',
    added: 'stroke-width:4px',
    removed: 'stroke-width:1px,stroke-dasharray:2 4',
    changed: 'stroke-width:3px,stroke-dasharray:10 3',
    dimmed,
  };
  return [...members].flatMap(([name, ids]) => [
    `  classDef ${name} ${looks[name] ?? ''}`,
    `  class ${ids.join(',')} ${name}`,
  ]);
}

/** How relationships look that were removed or stand back. Mermaid names them by their place in the diagram. */
function linkLines(edges: readonly PictureEdge[]): string[] {
  return edges.flatMap(({ change, dimmed: standsBack }, place) => {
    const looks = [
      ...(change ? [`stroke:${palettes.light.changes[change]}`, 'stroke-dasharray:2 4'] : []),
      ...(standsBack ? [dimmed] : []),
    ];
    return looks.length > 0 ? [`  linkStyle ${place} ${looks.join(',')}`] : [];
  });
}

function tooLarge(what: string): DomainError {
  return new DomainError(
    'invalid',
    'PictureTooLarge',
    `A Mermaid diagram has at most ${what}. Export what is in sight, fold boxes or narrow the picture, or choose another format.`,
  );
}
