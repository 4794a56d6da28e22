'use client';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { s3Uri } from './urls';

interface CopyUriProps {
  bucket: string;
  /** An object's key, or a folder's prefix. */
  path: string;
  variant?: 'button' | 'icon';
}

/** Copies the `s3://` URL of an object or folder. */
export function CopyUri({ bucket, path, variant = 'button' }: CopyUriProps) {
  const uri = s3Uri(bucket, path);
  return (
    <CopyToClipboard
      variant={variant}
      copyButtonText="Copy S3 URI"
      copyButtonAriaLabel={variant === 'icon' ? `Copy S3 URI of ${path}` : 'Copy S3 URI'}
      copySuccessText="S3 URI copied"
      copyErrorText="The browser did not allow copying"
      textToCopy={uri}
    />
  );
}
