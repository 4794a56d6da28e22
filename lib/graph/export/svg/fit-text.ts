/** Of the font of the captions, in parts of its size: what letters take on average. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/[ijl.,:;'|!()[\]{} \-/f]/, 0.32],
  [/[mwMW@%…—]/, 0.9],
  [
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}|[\uff01-\uff60]/u,
    1.05,
  ],
  [/\p{Lu}/u, 0.68],
];
const usual = 0.58;

/** About how wide a string is drawn, in the units of `fontSize`: there is no canvas to measure it on. */
export function textWidth(text: string, fontSize: number): number {
  let sum = 0;
  for (const character of text) sum += widths.find(([pattern]) => pattern.test(character))?.[1] ?? usual;
  return sum * fontSize;
}

/** A string that takes no more than `width`: the middle of a long one is cut out, since ids and ARNs differ at their ends. */
export function fitText(text: string, fontSize: number, width: number): string {
  // What is longer than this fits nowhere, and measuring a megabyte takes time.
  const characters = Array.from(text.length > 600 ? `${text.slice(0, 300)}…${text.slice(-300)}` : text);
  if (text.length <= 600 && textWidth(text, fontSize) <= width) return text;
  let kept = characters.length - 1;
  let short = '…';
  while (kept > 0) {
    const tail = Math.floor(kept / 2);
    short = `${characters.slice(0, kept - tail).join('')}…${tail ? characters.slice(-tail).join('') : ''}`;
    if (textWidth(short, fontSize) <= width) return short;
    kept -= 1;
  }
  return '…';
}
