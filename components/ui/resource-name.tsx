import Box from '@cloudscape-design/components/box';

/** What a resource is called: its name, or that of its tag `Name`, which is said; a dash where it has neither. */
export function ResourceName({ name, nameTag }: { name: string | undefined; nameTag: string | undefined }) {
  return (
    <>
      <span style={{ overflowWrap: 'anywhere' }}>{name || nameTag || '–'}</span>
      {!name && nameTag && (
        <Box variant="small" display="block">
          tag Name
        </Box>
      )}
    </>
  );
}
