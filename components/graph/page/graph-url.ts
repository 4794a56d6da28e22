import { apiUrl } from '@/lib/api/client/api-url';
import { graphRequest } from '@/lib/api/contract/graph';
import { impactRequest } from '@/lib/api/contract/impact';

/** The ways to look at a snapshot's resources. */
export const viewNames = ['map', 'neighborhood', 'impact', 'path', 'everything'] as const;
export type ViewName = (typeof viewNames)[number];

/** How a picture can be laid out other than its view does by itself. */
export const layoutNames = ['wide', 'tall', 'down', 'circles'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** How many resources one picture of everything may have. */
export const mosts = [300, 1000, 2000] as const;

/** Which resources are shown; an empty list: all. */
export interface GraphFilter {
  types: string[];
  accounts: string[];
  regions: string[];
  zones: string[];
  statuses: string[];
  /** A key, or `key=value`. */
  tags: string[];
  /** Names of relationships: resources at either end of one match. */
  relationships: string[];
}

/** What makes a picture what it is: undo and redo go through these. */
export interface PictureState extends GraphFilter {
  view: ViewName;
  /** Absent: that of the view; also where the view has no such layout. */
  layout?: LayoutName;
  /** What becomes of what does not match the filter. */
  unmatched: 'hide' | 'dim';
  /** What the boxes of the map stand for: `network`, `service`, `type`, `stack` or `tag:<key>`. */
  group: string;
  /** Boxes that the reader unfolded, and folded. */
  open: string[];
  closed: string[];
  /** Boxes of which a page more is shown, once for each page. */
  more: string[];
  /** Resources that are shown whatever is folded. */
  show: string[];
  /** Resources and boxes that the reader does not want to see. */
  hide: string[];
  /** The boxes and resources that they want to see alone; an empty list: all. */
  only: string[];
  /** Resources that are drawn as cards of their own, whatever is folded and however many there are. */
  pin: string[];
  /** Resources to begin at, by their identity. */
  focus: string[];
  hops: number;
  direction: 'in' | 'out' | 'both';
  /** How many steps an impact is followed. */
  depth: number;
  /** How many resources are drawn at most where all of them are asked for. */
  most: (typeof mosts)[number];
  /** Whether all relationships are drawn, not only those of what is chosen. */
  lines: boolean;
  /** Whether what is derived from configurations is drawn. */
  derived: boolean;
}

/** Everything that the page of a graph keeps in its URL. */
export interface GraphState extends PictureState {
  bucket: string;
  key: string;
  /** Whether what can be read of a broken document will do. */
  partial?: 1;
  /** The moment that is shown, of a document with several states of a resource: an ISO time. Absent: the newest of each. */
  at?: string;
  /** The key of an earlier snapshot that the map is compared with. */
  against?: string;
  /** The resource or box that is marked. */
  chosen?: string;
  /** Those that stay marked, whatever else is. */
  also: string[];
  /** Whether what is chosen is open in the panel though it has no item. */
  details: boolean;
  /** The item that is open in the panel, by its place in the file. */
  item?: number;
  itemJson: boolean;
  /** Whether the picture stands in words beside itself. */
  list: boolean;
}

export const noFilter: GraphFilter = {
  types: [],
  accounts: [],
  regions: [],
  zones: [],
  statuses: [],
  tags: [],
  relationships: [],
};

/** Of each list; of longer ones what was added last is kept. */
const mostTexts = 200;
/** How many resources and boxes may be chosen together: an address has an end. */
export const mostChosen = 100;
/** How many resources may be pinned. */
export const mostPinned = 50;
const defaultDepth = 6;

/** Reads a URL; what it holds that is not sensible counts as not given. */
export function readGraphUrl(parameters: URLSearchParams): GraphState {
  const one = (name: string) => parameters.get(name) || undefined;
  const several = (name: string) =>
    parameters
      .getAll(name)
      .filter((text) => text !== '' && text.length <= 2048)
      .slice(-mostTexts);
  const { shape } = graphRequest;
  const item = one('item') ?? '';
  const group = one('group') ?? '';
  return {
    bucket: one('bucket') ?? '',
    key: one('key') ?? '',
    partial: one('partial') === '1' ? 1 : undefined,
    at: graphRequest.shape.at.catch(undefined).parse(one('at')),
    against: one('against'),
    view: viewNames.find((name) => name === one('view')) ?? 'map',
    layout: layoutNames.find((name) => name === one('layout')),
    group: /^(service|type|stack|tag:.{1,128})$/su.test(group) ? group : 'network',
    open: several('open'),
    closed: several('closed'),
    more: several('more'),
    show: several('show').slice(0, 100),
    hide: several('hide'),
    only: several('only'),
    pin: several('pin').slice(-mostPinned),
    types: several('types'),
    accounts: several('accounts'),
    regions: several('regions'),
    zones: several('zones'),
    statuses: several('statuses'),
    tags: several('tags').slice(0, 10),
    relationships: several('relationships'),
    unmatched: shape.unmatched.catch('hide').parse(one('unmatched')),
    focus: several('focus').slice(0, 100),
    hops: shape.hops.catch(1).parse(one('hops')),
    direction: shape.direction.catch('both').parse(one('direction')),
    depth: impactRequest.shape.depth.catch(defaultDepth).parse(one('depth')),
    most: mosts.find((most) => String(most) === one('most')) ?? mosts[0],
    lines: one('lines') === 'all',
    derived: one('derived') !== 'off',
    chosen: one('chosen'),
    also: one('chosen') === undefined ? [] : several('also').slice(0, mostChosen),
    details: one('details') === 'on',
    item: /^\d{1,15}$/.test(item) ? Number(item) : undefined,
    itemJson: one('part') === 'json',
    list: one('list') === 'on',
  };
}

/** What a link to the graph means that was made when it was a tab of the snapshot's page. */
export function readOldGraphUrl(parameters: URLSearchParams): Partial<GraphState> & { bucket: string; key: string } {
  const focus = parameters.getAll('focus');
  const { bucket, key, partial, item } = readGraphUrl(parameters);
  const types = parameters.getAll('graphTypes');
  return { bucket, key, partial, item, types, focus, view: focus.length > 0 ? 'neighborhood' : 'map' };
}

/** The URL of a state; what is as it would be anyway is left out. */
export function graphHref(state: Partial<GraphState> & { bucket: string; key: string }): string {
  const { bucket, key, partial, at, against, view, layout, group, hops, direction, depth, most, lines, derived } =
    state;
  const { chosen, also, details, item, itemJson, list } = state;
  const { open, closed, more, show, hide, only, pin, types, accounts, regions, zones, statuses, tags, focus } = state;
  const { relationships, unmatched } = state;
  return apiUrl('/snapshots/graph', {
    bucket,
    key,
    partial,
    at,
    against,
    view: view === 'map' ? undefined : view,
    layout,
    group: group === 'network' ? undefined : group,
    ...{ open, closed, more, show, hide, only, pin, focus },
    ...{ types, accounts, regions, zones, statuses, tags, relationships },
    unmatched: unmatched === 'dim' ? unmatched : undefined,
    hops: hops === 1 ? undefined : hops,
    direction: direction === 'both' ? undefined : direction,
    depth: depth === defaultDepth ? undefined : depth,
    most: most === mosts[0] ? undefined : most,
    lines: lines ? 'all' : undefined,
    derived: derived === false ? 'off' : undefined,
    chosen,
    also: chosen === undefined ? [] : also,
    details: details ? 'on' : undefined,
    item,
    part: item !== undefined && itemJson ? 'json' : undefined,
    list: list ? 'on' : undefined,
  });
}

/** The part of a state that undo and redo go through. */
export function pictureStateOf(state: GraphState): PictureState {
  const { view, layout, group, open, closed, more, show, hide, only, pin, focus } = state;
  const { hops, direction, depth, most, lines, derived } = state;
  return {
    view,
    layout,
    group,
    open,
    closed,
    more,
    show,
    hide,
    only,
    pin,
    focus,
    hops,
    direction,
    depth,
    most,
    lines,
    derived,
    unmatched: state.unmatched,
    ...filterOf(state),
  };
}

/** Which resources a state shows. */
export function filterOf(filter: GraphFilter): GraphFilter {
  const { types, accounts, regions, zones, statuses, tags, relationships } = filter;
  return { types, accounts, regions, zones, statuses, tags, relationships };
}

/** Whether a filter leaves anything out. */
export function isFiltered(filter: GraphFilter): boolean {
  return Object.values(filterOf(filter)).some((values) => values.length > 0);
}
