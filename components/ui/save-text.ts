/** Hands `text` to the browser as a download called `fileName`. */
export function saveText(text: string, fileName: string): void {
  saveBlob(new Blob([text], { type: 'application/json' }), fileName);
}

/** Hands bytes to the browser as a download called `fileName`. */
export function saveBlob(bytes: Blob, fileName: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Not at once: some browsers begin to read the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
