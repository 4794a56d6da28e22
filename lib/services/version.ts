import packageJson from '../../package.json';

/** Of this Snapscope, as in `0.1.0`. */
export const { version } = packageJson;
