import Modal from '@cloudscape-design/components/modal';

const keys: [string, string][] = [
  ['Arrow keys', 'Walk along a relationship, or to what is next on that side'],
  ['Enter', 'Open what is chosen: a folded box unfolds, a resource shows its item'],
  ['Space', 'Fold or unfold the chosen box'],
  ['Menu key, Shift + F10', 'Show what can be done with what is chosen, as a right click or a long press does'],
  ['Shift + Enter', 'Keep what is chosen so while you walk on, or no longer'],
  ['Ctrl + A', 'Choose all cards and folded boxes'],
  ['Shift + drag', 'Choose what lies in a rectangle; Ctrl adds it to what is chosen'],
  ['Shift or Ctrl + click', 'Add to what is chosen, or take out of it'],
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
