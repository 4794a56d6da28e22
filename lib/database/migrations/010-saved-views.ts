/** What a reader wants to see of a map again: a name, and rules as the page's URL has them. */
export const savedViews = `
CREATE TABLE saved_views (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  rules json NOT NULL,
  updated_at timestamptz NOT NULL
);
`;
