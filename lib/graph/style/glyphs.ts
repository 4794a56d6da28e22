/**
 * Our own drawings for resource types, 24 by 24, in strokes (`F` marks what is filled). Each is the inside of an SVG element.
 */
export const glyphs = {
  instance:
    '<rect x="6" y="6" width="12" height="12" rx="1.5"/><rect x="10" y="10" width="4" height="4"/><path d="M9 6V3m6 3V3M9 21v-3m6 3v-3M6 9H3m3 6H3m18-6h-3m3 6h-3"/>',
  volume: '<ellipse cx="12" cy="6" rx="7" ry="2.7"/><path d="M5 6v12c0 1.5 3.1 2.7 7 2.7s7-1.2 7-2.7V6"/>',
  snapshot: '<path d="M3.5 8h4l1.5-2.5h6L16.5 8h4v11h-17z"/><circle cx="12" cy="13" r="3.3"/>',
  subnet:
    '<rect x="3.5" y="3.5" width="17" height="17" rx="1.5" stroke-dasharray="3 2.2"/><rect x="8.5" y="8.5" width="7" height="7" rx="1"/>',
  vpc: '<path d="M7 18.5a4.3 4.3 0 0 1-.6-8.56 5.8 5.8 0 0 1 11.2.7A4 4 0 0 1 17 18.5z"/>',
  shield:
    '<path d="M12 3l7.5 2.6v5.6c0 4.6-3.1 7.7-7.5 9.8-4.4-2.1-7.5-5.2-7.5-9.8V5.6z"/><path d="M8.8 11.8l2.4 2.4 4.2-4.6"/>',
  interface:
    '<rect x="3.5" y="6" width="17" height="9.5" rx="1.2"/><path d="M7 15.5v3.5m3.3-3.5v3.5m3.4-3.5v3.5m3.3-3.5v3.5M7.5 9.5h4v2.5h-4z"/>',
  balancer:
    '<circle cx="5.5" cy="12" r="2.3"/><circle cx="18.5" cy="5" r="2.1"/><circle cx="18.5" cy="12" r="2.1"/><circle cx="18.5" cy="19" r="2.1"/><path d="M7.8 12h8.6M7.5 10.8l9-4.7M7.5 13.2l9 4.7"/>',
  database:
    '<ellipse cx="12" cy="5.5" rx="7" ry="2.5"/><path d="M5 5.5v13c0 1.4 3.1 2.5 7 2.5s7-1.1 7-2.5v-13M5 10c0 1.4 3.1 2.5 7 2.5s7-1.1 7-2.5M5 14.3c0 1.4 3.1 2.5 7 2.5s7-1.1 7-2.5"/>',
  function: '<path d="M6.5 4h3l7.5 16h2.5M11.3 9.5L6 20"/>',
  bucket: '<path d="M4.5 6.5l2.2 12.3c.2 1.2 10.4 1.2 10.6 0l2.2-12.3"/><ellipse cx="12" cy="6" rx="7.5" ry="2.4"/>',
  user: '<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20.5c.5-4.3 3.6-6.3 7.5-6.3s7 2 7.5 6.3"/>',
  group:
    '<circle cx="9" cy="8.5" r="3.2"/><path d="M2.8 19.5c.4-3.7 2.9-5.4 6.2-5.4s5.8 1.7 6.2 5.4M15 5.6a3.1 3.1 0 0 1 0 5.8m2.6 3.2c2 .8 3.3 2.4 3.6 4.9"/>',
  role: '<path d="M4.5 17.5c2.5-1.5 12.5-1.5 15 0M7 16.3c0-5.5 1-11 2.8-11 1 0 1.3 1 2.2 1s1.2-1 2.2-1c1.8 0 2.8 5.5 2.8 11"/>',
  policy: '<path d="M6 3.5h8.5L18.5 7.5v13H6z"/><path d="M9 9h4m-4 8.3h2.5M9 13.5l1.8 1.7 4-4"/>',
  key: '<circle cx="8" cy="12" r="4"/><path d="M12 12h9m-3 0v3.5M15 12v2.5"/>',
  queue:
    '<rect x="3" y="7.5" width="4.3" height="9" rx=".8"/><rect x="9.3" y="7.5" width="4.3" height="9" rx=".8"/><path d="M16 12h5m-2.3-2.6L21.2 12l-2.5 2.6"/>',
  topic: '<path d="M4 10v4h3.5l8 4.5v-13l-8 4.5z"/><path d="M18.3 9.2a4 4 0 0 1 0 5.6"/>',
  table: '<rect x="4" y="4.5" width="16" height="15" rx="1.2"/><path d="M4 9.5h16M4 14.5h16M10 9.5v10"/>',
  gateway: '<path d="M4 20.5V11a8 8 0 0 1 16 0v9.5M8.5 20.5V11.5a3.5 3.5 0 0 1 7 0v9M2.5 20.5h19"/>',
  route:
    '<circle cx="5.5" cy="18.5" r="2.2"/><circle cx="18.5" cy="5.5" r="2.2"/><path d="M7.7 18.5H15a3.2 3.2 0 0 0 0-6.5H9a3.2 3.2 0 0 1 0-6.5h7.3"/>',
  list: '<path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5h.6M4 12h.6M4 17.5h.6"/>',
  address:
    '<path d="M12 21.2c4-4.8 6.3-8.2 6.3-11.4a6.3 6.3 0 0 0-12.6 0c0 3.2 2.3 6.6 6.3 11.4z"/><circle cx="12" cy="9.7" r="2.3"/>',
  stack: '<path d="M12 3.5l8.5 4.5-8.5 4.5L3.5 8zM4 12.3l8 4.2 8-4.2M4 16.3l8 4.2 8-4.2"/>',
  bell: '<path d="M5.5 17.5c1.5-1.5 1.5-3.5 1.5-6.5a5 5 0 0 1 10 0c0 3 0 5 1.5 6.5zM10 20.3a2.2 2.2 0 0 0 4 0"/>',
  certificate: '<circle cx="12" cy="9" r="5.3"/><path d="M8.5 13.5L7 21l5-2.7L17 21l-1.5-7.5M10 9l1.5 1.5L14.2 7.7"/>',
  cluster:
    '<path d="M12 3l4 2.3v4.4L12 12 8 9.7V5.3zM7.5 12l4 2.3v4.4l-4 2.3-4-2.3v-4.4zM16.5 12l4 2.3v4.4l-4 2.3-4-2.3v-4.4z"/>',
  scaling:
    '<rect x="8" y="8" width="8" height="8" rx="1"/><path d="M5.5 5.5L3 3m0 3.5V3h3.5M18.5 5.5L21 3m-3.5 0H21v3.5M5.5 18.5L3 21m3.5 0H3v-3.5M18.5 18.5L21 21v-3.5M17.5 21H21"/>',
  api: '<path d="M8.5 6L3.5 12l5 6M15.5 6l5 6-5 6M13.5 4.5l-3 15"/>',
  globe:
    '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c3 3 3.6 5.8 3.6 8.5S15 17.5 12 20.5c-3-3-3.6-5.8-3.6-8.5S9 6.5 12 3.5z"/>',
  lock: '<rect x="5.5" y="10.5" width="13" height="9.5" rx="1.3"/><path d="M8.3 10.5V8a3.7 3.7 0 0 1 7.4 0v2.5M12 14v2.7"/>',
  record: '<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="3.3" fill="F"/>',
  files: '<path d="M3.5 6h6l2 2.3h9V19h-17z"/><path d="M3.5 11h17"/>',
  link: '<path d="M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7l1.5-1.5"/>',
  log: '<path d="M6 3.5h12v17H6zM9 8h6M9 12h6M9 16h3.5"/>',
} as const;

export type Glyph = keyof typeof glyphs;

/** The inside of a 24 by 24 drawing in one colour; where there is no glyph, the first letters of the service. */
export function glyphInside(glyph: Glyph | undefined, service: string, colour: string): string {
  return glyph
    ? glyphs[glyph].replaceAll('"F"', `"${colour}"`)
    : `<text x="12" y="16" text-anchor="middle" font-family="sans-serif" font-size="11" font-weight="700" stroke="none" fill="${colour}">${initials(service)}</text>`;
}

/** How the strokes of a glyph are drawn, as attributes of SVG. */
export const glyphStroke = 'fill="none" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"';

/** A glyph in one colour as an SVG document. With `tile`, on a rounded square of that colour. */
export function iconSvg(glyph: Glyph | undefined, service: string, colour: string, tile?: string): string {
  const behind = tile ? `<rect x="-6" y="-6" width="36" height="36" rx="7" stroke="none" fill="${tile}"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72" viewBox="${tile ? '-6 -6 36 36' : '0 0 24 24'}" ${glyphStroke} stroke="${colour}">${behind}${glyphInside(glyph, service, colour)}</svg>`;
}

/** The same as the URL of an image. */
export function iconUrl(glyph: Glyph | undefined, service: string, colour: string, tile?: string): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(iconSvg(glyph, service, colour, tile))}`;
}

/** The mark of what is pinned, in a colour. */
export function pinUrl(colour: string): string {
  const drawing =
    '<path d="M8 3h8l-1.2 2v5.2l3.2 3.3v1.7h-12v-1.7l3.2-3.3V5z" fill="currentColor"/><path d="M12 15v6.5" stroke="currentColor" stroke-width="2.2"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">${drawing.replaceAll('currentColor', colour)}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** A type out of a file may hold anything: only letters and digits come into the drawing. */
function initials(service: string): string {
  const plain = service.replace(/[^A-Za-z0-9]/g, '');
  const capitals = plain.replace(/[^A-Z0-9]/g, '');
  return (capitals.length > 1 ? capitals : plain).slice(0, 2) || '?';
}
