import ButtonGroup from '@cloudscape-design/components/button-group';
import type { GraphCanvas } from '../canvas/cytoscape/picture-canvas';

/** The buttons in a corner of the canvas: what the wheel, two fingers and the keys do as well. */
export function ZoomButtons({ canvas }: { canvas: GraphCanvas | undefined }) {
  return (
    <div className="graph-zoom">
      <ButtonGroup
        variant="icon"
        ariaLabel="Zoom"
        items={[
          { type: 'icon-button', id: 'out', iconName: 'zoom-out', text: 'Zoom out' },
          { type: 'icon-button', id: 'in', iconName: 'zoom-in', text: 'Zoom in' },
          { type: 'icon-button', id: 'fit', iconName: 'zoom-to-fit', text: 'Show everything' },
        ]}
        onItemClick={({ detail }) => {
          if (detail.id === 'fit') canvas?.viewport.fit();
          else canvas?.viewport.zoomBy(detail.id === 'in' ? 1.3 : 1 / 1.3);
        }}
      />
    </div>
  );
}
