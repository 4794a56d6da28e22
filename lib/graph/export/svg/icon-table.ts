import { glyphInside, glyphStroke } from '../../style/glyphs';
import { nodeStyleOf } from '../../style/node-style';

/** The drawings of types, each once in the file. */
export class IconTable {
  readonly #ids = new Map<string, string>();

  /** The id of the symbol for a type. */
  idOf(resourceType: string): string {
    const { glyph, service } = nodeStyleOf(resourceType);
    const inside = glyphInside(glyph, service, 'currentColor');
    const id = this.#ids.get(inside) ?? `icon-${this.#ids.size}`;
    this.#ids.set(inside, id);
    return id;
  }

  symbols(): string {
    return [...this.#ids]
      .map(
        ([inside, id]) =>
          `<symbol id="${id}" viewBox="0 0 24 24"><g ${glyphStroke} stroke="currentColor">${inside}</g></symbol>`,
      )
      .join('\n');
  }
}
