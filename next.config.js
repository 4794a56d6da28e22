import { readFileSync } from 'node:fs';

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const development = process.env.NODE_ENV === 'development';

/**
 * What a page may load and do. Next writes inline scripts into every page (the data that React wakes up with), and Cloudscape,
 * CodeMirror and Cytoscape set styles: both therefore inline, and nothing from elsewhere. Only development evaluates code.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self'${development ? ' ws:' : ''}`,
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Keys of objects stand in addresses; they are nobody else's business.
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];

/** @type {import('next').NextConfig} */
const settings = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks the types, with `tsc`: a user who only wants to start Snapscope need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // No page has an image to be scaled, and the library for it is not installed.
  images: { unoptimized: true },
  // `next dev` is not to write files of its own into the project.
  agentRules: false,
  // AWS SDKs post to `<endpoint>/`: a redirect there would break them.
  skipTrailingSlashRedirect: true,
  // Thirty clients of AWS's services, which only the server uses: bundled, they would be most of the build and of its time.
  serverExternalPackages: Object.keys(dependencies).filter((name) => name.startsWith('@aws-sdk/')),
  transpilePackages: ['@cloudscape-design/components', '@cloudscape-design/component-toolkit'],
  async headers() {
    return [{ source: '/:path*', headers: securityHeaders }];
  },
  // AWS clients post to `/`, where a page stands: what names a target is theirs.
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', has: [{ type: 'header', key: 'x-amz-target' }], destination: '/wire' },
        { source: '/wire/', destination: '/wire' },
        // Browsers ask for it where a page's own icon has not come to them yet.
        { source: '/favicon.ico', destination: '/icon.svg' },
      ],
    };
  },
};

export default settings;
