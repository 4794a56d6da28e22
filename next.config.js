/** @type {import('next').NextConfig} */
const settings = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks the types, with `tsc`: a user who only wants to start Snapscope need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // `next dev` is not to write files of its own into the project.
  agentRules: false,
  // AWS SDKs post to `<endpoint>/`: a redirect there would break them.
  skipTrailingSlashRedirect: true,
  transpilePackages: ['@cloudscape-design/components', '@cloudscape-design/component-toolkit'],
  // AWS clients post to `/`, where a page stands: what names a target is theirs.
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', has: [{ type: 'header', key: 'x-amz-target' }], destination: '/wire' },
        { source: '/wire/', destination: '/wire' },
      ],
    };
  },
  // Node libraries that are loaded as they are: bundling them gains nothing and traces the whole project.
};

export default settings;
