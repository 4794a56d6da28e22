import { describe, expect, test } from 'vitest';
import { palettes } from './palette';

/** Contrast of two colours by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(palettes))('the %s palette', (_, palette) => {
  test('has text that can be read', () => {
    for (const text of [palette.text, palette.quietText, palette.edgeText]) {
      expect(contrast(text, palette.canvas)).toBeGreaterThan(7);
    }
  });

  test('has nodes, glyphs and edges that can be told from what is behind them', () => {
    for (const colour of Object.values(palette.categories)) {
      expect(contrast(colour, palette.canvas)).toBeGreaterThan(4.5);
      expect(contrast(colour, palette.glyph)).toBeGreaterThan(4.5);
    }
    for (const colour of Object.values(palette.changes)) expect(contrast(colour, palette.canvas)).toBeGreaterThan(4.5);
    expect(contrast(palette.edge, palette.canvas)).toBeGreaterThan(3);
    expect(contrast(palette.selected, palette.canvas)).toBeGreaterThan(3);
  });
});
