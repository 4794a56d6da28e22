import { z } from 'zod';

/*
 * The files of this folder are what the browser and the routes under `/api` say to each other: one schema for each request and
 * each response, a file for each domain. Errors are `ApiError` with a 4xx or 5xx status.
 */

/** Every time in the contract: an ISO 8601 string in UTC with milliseconds. */
export const time = z.iso.datetime({ offset: false });
