import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { GraphCanvas } from './canvas/cytoscape';
import { ExportMenu } from './export/export-menu';

interface GraphToolsProps {
  canvas: GraphCanvas | undefined;
  disabled: boolean;
  /** Of the files that the picture is exported to, without an ending. */
  fileName: string;
  onReset(): void;
}

/** The buttons of the canvas. */
export function GraphTools({ canvas, disabled, fileName, onReset }: GraphToolsProps) {
  const off = disabled || !canvas;
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
      <ExportMenu picture={() => canvas?.picture()} sight={() => canvas?.sight()} fileName={fileName} disabled={off} />
      <Button iconName="undo" onClick={onReset}>
        Reset
      </Button>
    </SpaceBetween>
  );
}
