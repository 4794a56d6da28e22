/** Twice as sharp as the screen where that is not too large for a canvas, whose sides browsers bound. */
const largest = { scale: 2, side: 8192 };

/**
 * Paints an SVG document, which must bring its fonts along: an image loads nothing.
 *
 * @throws Error where the browser cannot draw the document, or has no memory for it
 */
export async function paintPng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth, naturalHeight } = image;
    const scale = Math.min(largest.scale, largest.side / Math.max(naturalWidth, naturalHeight, 1));
    const sheet = document.createElement('canvas');
    sheet.width = Math.round(naturalWidth * scale);
    sheet.height = Math.round(naturalHeight * scale);
    sheet.getContext('2d')?.drawImage(image, 0, 0, sheet.width, sheet.height);
    return await new Promise((resolve, reject) =>
      sheet.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The browser could not paint a picture of this size.'))),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
