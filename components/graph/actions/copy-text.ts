/** Puts a text where the reader can paste it. @returns what to say about it: `done`, or that the browser did not allow it */
export async function copyText(text: string, done: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return 'The browser did not allow copying.';
  }
}
