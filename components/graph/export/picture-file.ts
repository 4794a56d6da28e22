import { type ExportFormat, type ExportSettings, exportFormats } from '@/lib/graph/export/formats';
import type { Picture } from '@/lib/graph/picture';
import { paintPng } from './png';

/** A file for the reader to keep. */
interface PictureFile {
  bytes: Blob;
  /** Of its name, dot included. */
  ending: string;
}

const formats: ReadonlyMap<string, ExportFormat> = new Map(Object.entries(exportFormats));

/**
 * A picture as a file of one of the formats of `exportFormats`, or as `png`.
 *
 * @throws DomainError as the format's own function
 * @throws Error where the browser cannot paint the picture
 */
export async function pictureFile(picture: Picture, name: string, settings: ExportSettings): Promise<PictureFile> {
  const format = formats.get(name) ?? exportFormats.svg;
  const text = format.write(picture, settings);
  if (name === 'png') return { bytes: await paintPng(text), ending: '.png' };
  return { bytes: new Blob([text], { type: `${format.mediaType};charset=utf-8` }), ending: format.ending };
}
