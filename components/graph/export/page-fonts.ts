import type { EmbeddedFont } from '@/lib/graph/export/svg/svg';

/** The font of the page and the weights in which pictures are written. */
const family = 'Open Sans';
const weights = [400, 700];

/** The page's font as its style sheets have it, to be put into a file; nothing where they do not, or where it cannot be read. */
export async function pageFonts(): Promise<EmbeddedFont[]> {
  const faces = [...document.styleSheets].flatMap(rulesOf).filter((rule) => rule instanceof CSSFontFaceRule);
  const fonts = await Promise.all(
    weights.map(async (weight) => {
      const face = faces.find(({ style }) => {
        const read = (name: string) => style.getPropertyValue(name).replaceAll(/["']/g, '').trim();
        return (
          read('font-family') === family && read('font-weight') === String(weight) && read('font-style') !== 'italic'
        );
      });
      const url = face && /url\(["']?([^"')]+)["']?\)/.exec(face.style.getPropertyValue('src'))?.[1];
      const base = face?.parentStyleSheet?.href ?? document.baseURI;
      const source = url && (await dataUrl(new URL(url, base).href).catch(() => undefined));
      return source ? [{ family, weight, source }] : [];
    }),
  );
  return fonts.flat();
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    // A sheet from elsewhere, such as a browser extension's, is not ours to read.
    return [];
  }
}

async function dataUrl(url: string): Promise<string> {
  if (url.startsWith('data:')) return url;
  const bytes = await (await fetch(url)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
}
