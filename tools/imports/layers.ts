/** The rooms of the project from the top down: imports run downward only, and rooms of one row do not see each other. */
const layers = [
  ['app', 'server'],
  ['components'],
  ['services', 'wire', 'api'],
  ['delivery', 'snapshots'],
  ['recorder'],
  ['inventory', 'documents', 'graph', 'select'],
  ['items', 'object-store', 'buckets', 'settings', 'csv'],
  ['errors', 'clock', 'json', 'log', 'database'],
];

/** What rooms of one row may take from each other. */
const sideways: Record<string, string[]> = {
  // instrumentation.ts starts the services, and ends them with the process.
  app: ['server'],
  // Every room fails, tells the time and writes its log in the same way.
  database: ['errors', 'clock', 'log'],
  // Buckets are browsed through the port of the store.
  buckets: ['object-store'],
  // The composition root fits the parts to what the wire needs.
  services: ['wire'],
};

/** Rooms that know nothing of each other, above or below; what is kept of resources they share through inventory. */
const isolatedRooms = ['recorder', 'delivery', 'snapshots'];

/** Test code beside the code, and the folders of tests and tools: they may import anything, and nothing imports them. */
export const isTestCode = (path: string): boolean =>
  /^(e2e|bench|tools)\//.test(path) || /(\.test\.tsx?|-contract\.ts|(^|\/)test-[^/]+(\.tsx?|\/.*))$/.test(path);

/** The room of a file: `app`, `components`, `server`, or the name under `lib/`. instrumentation.ts starts the app, and is of it. */
export function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top === 'lib') return second.replace(/\.\w+$/, '');
  return top === 'components' || top === 'server' ? top : 'app';
}

/** Whether the room has its place among the layers. */
export const isKnownRoom = (room: string): boolean => layers.flat().includes(room);

/** Why a file of one room may not import one of another, if it may not. */
export function refusal(from: string, to: string): string | undefined {
  if (from === to || sideways[from]?.includes(to)) return undefined;
  if (isolatedRooms.includes(from) && isolatedRooms.includes(to)) return `${from} and ${to} never import each other`;
  const [above, below] = [from, to].map((room) => layers.findIndex((row) => row.includes(room)));
  return (above ?? 0) < (below ?? 0) ? undefined : `imports run downward only, and ${to} is not below ${from}`;
}
