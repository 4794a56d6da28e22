'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Modal from '@cloudscape-design/components/modal';
import { useState } from 'react';
import { ErrorAlert } from '@/components/ui/error-alert';
import { saveBlob } from '@/components/ui/save-text';
import { exportFormats } from '@/lib/graph/export/formats';
import { type Picture, pictureWithin, type Rectangle } from '@/lib/graph/picture';
import { useMode } from '../canvas/use-mode';
import { pageFonts } from './page-fonts';
import { pictureFile } from './picture-file';

interface ExportMenuProps {
  /** What is drawn, asked when a format was chosen; undefined while nothing is. */
  picture(): Picture | undefined;
  /** The part of it that is in the window, in the same units. */
  sight(): Rectangle | undefined;
  /** Of the files, without an ending; what is drawn is named so in them, too. */
  fileName: string;
  disabled?: boolean;
}

const formats = [
  { id: 'png', text: 'PNG' },
  ...Object.entries(exportFormats).map(([id, { title }]) => ({ id, text: title })),
];
/** A button that hands the picture to the reader as a file, in any of the formats; in the colours of the page as it is now. */
export function ExportMenu({ picture, sight, fileName, disabled = false }: ExportMenuProps) {
  const mode = useMode();
  const [onlySight, setOnlySight] = useState(false);
  const [exporting, setExporting] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const exportAs = async (format: string) => {
    const whole = picture();
    const window = onlySight ? sight() : undefined;
    if (!whole) return;
    setExporting(true);
    try {
      const fonts = await pageFonts();
      const { bytes, ending } = await pictureFile(window ? pictureWithin(whole, window) : whole, format, {
        ...{ mode, fonts, title: fileName },
      });
      saveBlob(bytes, `${fileName}${ending}`);
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setExporting(false);
    }
  };
  const close = () => setFailure(undefined);
  return (
    <>
      <ButtonDropdown
        items={[{ id: 'sight', text: 'Only what is in sight', itemType: 'checkbox', checked: onlySight }, ...formats]}
        expandToViewport
        variant="icon"
        iconName="download"
        ariaLabel="Export"
        disabled={disabled}
        loading={exporting}
        onItemClick={({ detail }) => {
          if (detail.id === 'sight') setOnlySight(detail.checked === true);
          else void exportAs(detail.id);
        }}
      />
      <Modal
        visible={failure !== undefined}
        onDismiss={close}
        header="Export"
        closeAriaLabel="Close"
        footer={
          <Box float="right">
            <Button variant="primary" onClick={close}>
              Close
            </Button>
          </Box>
        }
      >
        {failure && <ErrorAlert title="The picture was not exported" message={failure.message} />}
      </Modal>
    </>
  );
}
