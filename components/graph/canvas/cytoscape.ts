import type { Collection, Core, ElementDefinition, NodeSingular, StylesheetJson } from 'cytoscape';
import type { Picture, Rectangle } from '@/lib/graph/picture';
import type { Palette } from '@/lib/graph/style/palette';
import { rowsBelow, settle } from '../layout/arrangement';
import { columns, layers } from '../layout/columns';
import { isDense, type LayoutName, layoutOptions, withSeededRandom } from '../layout/layout';
import { type Point, placesFor } from '../layout/placement';
import { type Form, formFor, nodeData, scopeLineCount, stylesheet } from '../style/stylesheet';
import type { Drawing, DrawnEdge, DrawnNode } from './drawing';
import { drawnScopes } from './drawn-scopes';

/** The one file that knows cytoscape: a canvas for drawings of a graph. */
export interface GraphCanvas {
  /** Draws anew, everything in a fresh layout and in sight. Takes seconds for thousands of nodes, and blocks for them. */
  draw(drawing: Drawing, layout: LayoutName): void;
  /** Goes over to another drawing while what is in both stays where it is. */
  change(drawing: Drawing): void;
  paint(palette: Palette): void;
  /** Marks a node and its edges; undefined: none. */
  choose(id: string | undefined): void;
  /** Brings a node into the middle, large enough to be read, unless all is in sight and can be read. */
  centre(id: string): void;
  /** Brings everything into sight, a small graph no larger than life. */
  fit(): void;
  zoomBy(factor: number): void;
  /** Everything that is drawn, with the places where it stands. */
  picture(): Picture;
  /** The part of the canvas that is in sight, in the units of the picture. */
  sight(): Rectangle;
  destroy(): void;
}

interface CanvasEvents {
  /** A node, or undefined for the empty canvas. */
  onChoose(id: string | undefined): void;
  onExpand(id: string): void;
}

/** For the caption of a hub, which is large enough to be read where everything else is too small. */
const roomForHub = { x: 330, y: 110 };
const largest = { fit: 1.15, hand: 4 };
/** Above these, names of edges come with the chosen node only, and moving the canvas moves a still picture of it. */
const many = { edges: 90, moving: 600 };

/** Of a line under an icon. */
const scopeLineHeight = 19;
/** For a node with its caption; beside a card, for the name of a relationship too. */
const roomFor: Record<Form, Point> = { card: { x: 340, y: 112 }, icon: { x: 104, y: 88 }, dot: { x: 92, y: 72 } };

/** Loads cytoscape, which must not happen on the server, and makes an empty canvas in `container`. */
export async function createCanvas(container: HTMLElement, first: Palette, events: CanvasEvents): Promise<GraphCanvas> {
  const [{ default: cytoscape }, { default: fcose }] = await Promise.all([
    import('cytoscape'),
    import('cytoscape-fcose'),
  ]);
  cytoscape.use(fcose);

  let cy: Core = cytoscape({ container });
  let palette = first;
  let drawn: Drawing = { nodes: [], edges: [] };
  let scopes = drawnScopes(drawn);
  /** Kept when nodes join: what stands there must not grow or shrink. */
  let form: Form = 'card';
  let chosen: string | undefined;
  /** Once the reader has moved the canvas, it is not fitted again behind his back. */
  let movedByHand = false;

  const elementOf = (node: DrawnNode): ElementDefinition => ({
    group: 'nodes',
    data: { id: node.id, ...nodeData(node, palette, form, scopes) },
    classes: [form, ...(node.index === undefined ? ['reference'] : [])],
  });
  const edgeElementOf = ({ id, source, target, name, derived }: DrawnEdge): ElementDefinition => ({
    group: 'edges',
    data: { id, source, target, name },
    classes: [...(drawn.edges.length > many.edges ? ['many'] : []), ...(derived ? ['derived'] : [])],
  });
  const nodesNow = () => new Map(cy.nodes().map((node) => [node.id(), node]));

  function mark(): void {
    cy.elements('.chosen, .near').removeClass('chosen near');
    if (chosen === undefined) return;
    const node = cy.getElementById(chosen);
    node.addClass('chosen');
    node.connectedEdges().addClass('near');
  }

  function showAll(): void {
    movedByHand = false;
    if (cy.nodes().empty()) return;
    cy.maxZoom(largest.fit);
    cy.fit(undefined, 36);
    cy.maxZoom(largest.hand);
  }

  function paint(next: Palette): void {
    palette = next;
    const nodes = nodesNow();
    cy.batch(() => {
      for (const node of drawn.nodes) nodes.get(node.id)?.data(nodeData(node, palette, form, scopes));
    });
    cy.style(stylesheet(palette) as unknown as StylesheetJson);
  }

  function start(nodeCount: number): Core {
    const still = nodeCount > many.moving;
    const core = cytoscape({
      container,
      style: stylesheet(palette) as unknown as StylesheetJson,
      minZoom: 0.02,
      maxZoom: largest.hand,
      boxSelectionEnabled: false,
      autounselectify: true,
      textureOnViewport: still,
      hideEdgesOnViewport: still,
      // A sharp screen has up to nine times the pixels to fill.
      ...(still && { pixelRatio: 1 }),
    });
    let size = { width: core.width(), height: core.height() };
    core.on('resize', () => {
      const shift = { x: (core.width() - size.width) / 2, y: (core.height() - size.height) / 2 };
      size = { width: core.width(), height: core.height() };
      if (movedByHand) core.panBy(shift);
      else showAll();
    });
    core.on('dragpan scrollzoom pinchzoom', () => {
      movedByHand = true;
    });
    // Not `tap`: the first click of a double click must not open anything, for what opens moves the canvas under the second.
    core.on('onetap', (event) => {
      events.onChoose(event.target === core ? undefined : nodeIdOf(event.target));
    });
    core.on('dbltap', 'node', (event) => events.onExpand(event.target.id()));
    core.on('mouseover', 'node', (event) => {
      event.target.connectedEdges().addClass('near');
      container.style.cursor = 'pointer';
    });
    core.on('mouseout', 'node', () => {
      mark();
      container.style.cursor = '';
    });
    return core;
  }

  /** Lays out what is related; what is not stands in rows below it. */
  function arrange(layout: LayoutName): void {
    const alone = cy.nodes().filter((node) => node.degree(false) === 0);
    const related = cy.elements().not(alone);
    const count = related.nodes().length;
    const room = roomNow();
    // In a row captions stand side by side, and a long one is wider than a node's room elsewhere.
    const rowRoom = form === 'card' ? { x: 240, y: 84 } : { x: room.x * 1.35, y: room.y };
    if (layout === 'grid') {
      cy.layout(layoutOptions(layout, form, count)).run();
      return;
    }
    const proportion = cy.width() / Math.max(1, cy.height());
    if (layout === 'breadthfirst') {
      const ofRelated = {
        nodes: drawn.nodes.filter(({ id }) => related.getElementById(id).nonempty()),
        edges: drawn.edges,
      };
      move(form === 'card' ? columns(ofRelated, columnSize()) : layers(ofRelated, rowRoom, proportion));
    } else if (count > 0) related.layout(layoutOptions(layout, form, count)).run();
    if (layout === 'fcose') {
      const below = alone.length * rowRoom.x * rowRoom.y;
      const around = { room, proportion, below, dense: isDense(count), apart: form !== 'card' };
      move(settle(pointsOf(related), around));
    }
    const ids = alone.map((node) => node.id());
    move(rowsBelow(ids, pointsOf(related), rowRoom));
  }

  function roomNow(): Point {
    const { x, y } = roomFor[form];
    return { x, y: y + scopeLineHeight * scopeLineCount(drawn.nodes, form, scopes) };
  }

  function columnSize() {
    const widest = Math.max(0, ...cy.nodes().map((node) => node.width()));
    const longestName = Math.max(0, ...drawn.edges.map(({ name }) => name.length));
    return { column: widest + 7 * longestName + 44, row: roomFor.card.y };
  }

  /** Places of these nodes, the best connected first. */
  function pointsOf(elements: Collection): Map<string, Point> {
    const nodes = elements.nodes().toArray() as NodeSingular[];
    nodes.sort((a, b) => b.degree(false) - a.degree(false));
    return new Map(nodes.map((node) => [node.id(), { ...node.position() }]));
  }

  /** The few nodes to which the most is related, if it is much, and far enough apart for their large captions. */
  function hubs(): NodeSingular[] {
    const nodes = (cy.nodes().toArray() as NodeSingular[]).filter((node) => node.degree(false) >= 6);
    const found: NodeSingular[] = [];
    for (const node of nodes.sort((a, b) => b.degree(false) - a.degree(false))) {
      const { x, y } = node.position();
      const isFree = found.every((other) => {
        const place = other.position();
        return Math.abs(place.x - x) > roomForHub.x || Math.abs(place.y - y) > roomForHub.y;
      });
      if (isFree) found.push(node);
      if (found.length === 8) break;
    }
    return found;
  }

  function move(places: ReadonlyMap<string, Point>): void {
    cy.nodes().positions((node) => places.get(node.id()) ?? node.position());
  }

  return {
    draw(drawing, layout) {
      drawn = drawing;
      scopes = drawnScopes(drawing);
      form = formFor(drawing.nodes.length);
      cy.destroy();
      cy = start(drawing.nodes.length);
      cy.add([...drawing.nodes.map(elementOf), ...drawing.edges.map(edgeElementOf)]);
      withSeededRandom(() => arrange(layout));
      if (form !== 'card') for (const node of hubs()) node.addClass('hub');
      showAll();
      mark();
    },

    change(drawing) {
      drawn = drawing;
      scopes = drawnScopes(drawing);
      const stays = new Set([...drawing.nodes, ...drawing.edges].map(({ id }) => id));
      cy.batch(() => {
        cy.elements()
          .filter((element) => !stays.has(element.id()))
          .remove();
        const present = nodesNow();
        const positions = new Map([...present].map(([id, node]) => [id, { ...node.position() }]));
        const joining = drawing.nodes.filter(({ id }) => !present.has(id));
        const neighbours = neighboursIn(drawing);
        const places = placesFor(
          roomNow(),
          positions,
          joining.map(({ id }) => ({ id, neighbours: neighbours.get(id) ?? [] })),
        );
        cy.add(joining.map((node) => ({ ...elementOf(node), position: places.get(node.id) })));
        cy.add(drawing.edges.filter(({ id }) => cy.getElementById(id).empty()).map(edgeElementOf));
        cy.edges().toggleClass('many', drawing.edges.length > many.edges);
      });
      paint(palette);
      if (!movedByHand) showAll();
      mark();
    },

    paint,

    choose(id) {
      chosen = id;
      mark();
    },

    centre(id) {
      const node = cy.getElementById(id);
      if (node.empty()) return;
      // Where everything is in sight and legible, moving it would only hide something.
      if (!movedByHand && cy.zoom() > 0.65) return;
      movedByHand = true;
      cy.zoom(Math.max(cy.zoom(), 0.9));
      cy.center(node);
    },

    fit: showAll,

    zoomBy(factor) {
      movedByHand = true;
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },

    picture() {
      const present = nodesNow();
      const nodes = drawn.nodes.flatMap((node) => {
        const shown = present.get(node.id);
        if (!shown) return [];
        const { degree: _, ...resource } = node;
        const [width, height] = [shown.width(), shown.height()];
        const corner = { x: shown.position().x - width / 2, y: shown.position().y - height / 2 };
        return [{ ...resource, ...corner, width, height, ...(node.index === undefined && { missing: true as const }) }];
      });
      const edges = drawn.edges.map(({ reverseName: _, ...edge }) => edge);
      return { boxes: [], nodes, edges };
    },

    sight() {
      const { x1: x, y1: y, w: width, h: height } = cy.extent();
      return { x, y, width, height };
    },

    destroy() {
      cy.destroy();
    },
  };
}

function nodeIdOf(target: NodeSingular): string | undefined {
  return target.isNode() ? target.id() : undefined;
}

function neighboursIn(drawing: Drawing): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known) known.push(to);
    else neighbours.set(from, [to]);
  };
  for (const { source, target } of drawing.edges) {
    add(source, target);
    add(target, source);
  }
  return neighbours;
}
