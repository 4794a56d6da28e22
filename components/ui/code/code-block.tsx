'use client';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';

interface CodeBlockProps {
  text: string;
  /** What it is, for the names of the block and its button: `environment variables`. */
  label: string;
}

/** Text to be copied as it stands, long lines wrapped for the eye alone, with a button that copies all of it. */
export function CodeBlock({ text, label }: CodeBlockProps) {
  return (
    <div className="code-block">
      <section aria-label={label}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
      <CopyToClipboard
        variant="icon"
        textToCopy={text}
        copyButtonAriaLabel={`Copy ${label}`}
        copySuccessText="Copied"
        copyErrorText="The browser did not allow copying"
      />
    </div>
  );
}
