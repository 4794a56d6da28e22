/** What XML 1.0 cannot hold, however it is written: most control characters, halves of surrogate pairs, two noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const notXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * A string as text or as the value of an attribute, in either kind of quotes, that an XML parser gives back as it was. What XML cannot
 * hold at all becomes U+FFFD.
 */
export function xmlText(text: string): string {
  return text.replace(notXml, '\ufffd').replace(/[&<>"'\t\n\r]/g, (character) => entities[character] ?? character);
}

/**
 * Attributes with their values escaped, each led by a space; those that are undefined are left out. Numbers are told to the hundredth,
 * which is finer than any screen. Names are ours, never data.
 */
export function xmlAttributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(printed(value))}"`))
    .join('');
}

function printed(value: string | number | boolean): string {
  return String(typeof value === 'number' ? Math.round(value * 100) / 100 : value);
}
