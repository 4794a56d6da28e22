import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { saveBlob } from '@/components/ui/save-text';
import type { GraphCanvas } from './canvas/cytoscape';

interface GraphToolsProps {
  canvas: GraphCanvas | undefined;
  disabled: boolean;
  /** Of the picture. */
  fileName: string;
  onReset(): void;
}

/** The buttons of the canvas. */
export function GraphTools({ canvas, disabled, fileName, onReset }: GraphToolsProps) {
  const [exporting, setExporting] = useState(false);
  const off = disabled || !canvas;
  const exportPicture = async () => {
    if (!canvas) return;
    setExporting(true);
    try {
      saveBlob(await canvas.png(), fileName);
    } finally {
      setExporting(false);
    }
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="zoom-to-fit" onClick={() => canvas?.fit()} disabled={off}>
        Fit
      </Button>
      <Button iconName="zoom-in" onClick={() => canvas?.zoomBy(1.3)} disabled={off}>
        Zoom in
      </Button>
      <Button iconName="zoom-out" onClick={() => canvas?.zoomBy(1 / 1.3)} disabled={off}>
        Zoom out
      </Button>
      <Button iconName="download" onClick={() => void exportPicture()} disabled={off} loading={exporting}>
        Export PNG
      </Button>
      <Button iconName="undo" onClick={onReset}>
        Reset
      </Button>
    </SpaceBetween>
  );
}
