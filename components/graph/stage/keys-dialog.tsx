import Modal from '@cloudscape-design/components/modal';

const keys: [string, string][] = [
  ['Arrow keys', 'Walk along a relationship, or to what is next on that side'],
  ['Enter', 'Open what is chosen: a folded box unfolds, a resource shows its item'],
  ['Space', 'Fold or unfold the chosen box'],
  ['Escape', 'Close the panel, then choose nothing'],
  ['/', 'Find a resource'],
  ['+ and -', 'Zoom in and out'],
  ['0', 'Show everything'],
  ['Shift + arrow keys', 'Move the canvas'],
  ['?', 'Show these keys'],
];

/** The keys of the canvas. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal visible header="Keys" onDismiss={onClose} closeAriaLabel="Close the keys">
      <dl className="graph-keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
