// What the launchers read of the environment: they run before the settings (lib/settings) are built, and hand on the rest unread.

/**
 * An environment for a child process: this one's, with `more` over it.
 * @param {Record<string, string | undefined>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export const environmentWith = (more = {}) => ({ ...process.env, ...more });

/**
 * Where to listen, as given. A test holds the defaults against those that lib/settings declares.
 * @param {Record<string, string | undefined>} [variables]
 * @returns {{ host: string, port: string }} port: not checked
 */
export const givenAddress = ({ HOST, PORT } = process.env) => ({ host: HOST || '127.0.0.1', port: PORT || '3000' });
