/** Hands `text` to the browser as a download called `fileName`. */
export function saveText(text: string, fileName: string): void {
  saveBlob(new Blob([text], { type: 'application/json' }), fileName);
}

/** Hands bytes to the browser as a download called `fileName`. */
export function saveBlob(bytes: Blob, fileName: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Not at once: some browsers begin to read the URL after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
