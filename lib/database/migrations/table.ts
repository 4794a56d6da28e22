import type { Migration } from '../migrate';
import { initial } from './001-initial';
import { wire } from './002-wire';
import { sourceNotes } from './003-source-notes';
import { cycle } from './004-cycle';
import { delivery } from './005-delivery';
import { notifications } from './006-notifications';
import { deliveriesOfAllRegions } from './008-deliveries-of-all-regions';
import { listings } from './009-listings';
import { savedViews } from './010-saved-views';
import { aggregators } from './011-aggregators';
import { formsOfRealItems } from './012-forms-of-real-items';

/** Every migration in order of application. Released ones are never edited: add the next number. */
export const migrations: readonly Migration[] = [
  { id: '001-initial', sql: initial },
  { id: '002-wire', sql: wire },
  { id: '003-source-notes', sql: sourceNotes },
  { id: '004-cycle', sql: cycle },
  { id: '005-delivery', sql: delivery },
  { id: '006-notifications', sql: notifications },
  { id: '008-deliveries-of-all-regions', sql: deliveriesOfAllRegions },
  { id: '009-listings', sql: listings },
  { id: '010-saved-views', sql: savedViews },
  { id: '011-aggregators', sql: aggregators },
  { id: '012-forms-of-real-items', sql: formsOfRealItems },
];
