import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';

/** The picture in words, beside the canvas. */
export function WordsPanel({ onClose, children }: { onClose(): void; children: ReactNode }) {
  return (
    <aside className="graph-panel list" aria-label="The graph in words">
      <div className="graph-panel-close">
        <Button variant="icon" iconName="close" ariaLabel="Close the list" onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}
