import { bytesText, countText, exactBytesText } from './bytes';

/** A size in bytes: `1.2 MB (1,234,567 bytes)`, or `compact` with the exact number on hover. */
export function ByteSize({ bytes, compact = false }: { bytes: number; compact?: boolean }) {
  return (
    <span style={{ whiteSpace: 'nowrap' }} title={compact ? `${countText(bytes)} bytes` : undefined}>
      {compact ? bytesText(bytes) : exactBytesText(bytes)}
    </span>
  );
}
