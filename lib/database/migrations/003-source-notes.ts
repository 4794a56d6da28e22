/** What a source passed over in its last reading: the first of its notes, and how many there were. */
export const sourceNotes = `
ALTER TABLE recorder_sources
  ADD COLUMN notes text[] NOT NULL DEFAULT '{}',
  ADD COLUMN note_count integer NOT NULL DEFAULT 0;
`;
