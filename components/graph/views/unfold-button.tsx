import Button from '@cloudscape-design/components/button';

/** Opens a fold of what is alike. */
export function UnfoldButton({ onClick }: { onClick(): void }) {
  return (
    <Button iconName="treeview-expand" onClick={onClick}>
      Unfold
    </Button>
  );
}
