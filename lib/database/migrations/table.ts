import type { Migration } from '../migrate';
import { initial } from './001-initial';

/** Every migration in order of application. Released ones are never edited: add the next number. */
export const migrations: readonly Migration[] = [{ id: '001-initial', sql: initial }];
