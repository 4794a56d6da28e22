/** What was called a part of a source is a listing. */
export const listings = `
ALTER TABLE recorder_parts RENAME TO recorder_listings;
ALTER TABLE recorder_listings RENAME COLUMN part TO listing;
ALTER INDEX recorder_parts_pkey RENAME TO recorder_listings_pkey;
`;
