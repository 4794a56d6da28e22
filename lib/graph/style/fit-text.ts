/** Of Open Sans, in parts of its size: what letters take, measured in Chromium and rounded up; of others what they take on average. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/[ijlJI !,.:;'`]/, 0.28],
  [/[()[\]{}\-ft/\\]/, 0.37],
  [/[rczsvy"?_]/, 0.5],
  [/[aegkxEFLSTY*|]/, 0.57],
  [/[bdhnopquABCKPRVXZ#]/, 0.64],
  [/[DGHNU&]/, 0.75],
  [/[wOQ…]/, 0.79],
  [/[mMW@%—]/, 0.93],
  [
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}|[\uff01-\uff60]/u,
    1.05,
  ],
  [/\p{Lu}/u, 0.7],
];
const usual = 0.59;
const known = new Map<string, number>();
/** Names are anybody's, and may hold every letter there is. */
const mostKnown = 2_000;

/** About how wide a string is drawn, in the units of `fontSize`: there is no canvas to measure it on. */
export function textWidth(text: string, fontSize: number): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return sum * fontSize;
}

/** A string that takes no more than `width`: the middle of a long one is cut out, since ids and ARNs differ at their ends. */
export function fitText(text: string, fontSize: number, width: number): string {
  // What is longer than this fits nowhere, and measuring a megabyte takes time.
  const isMeasured = text.length <= 600;
  const characters = Array.from(isMeasured ? text : `${text.slice(0, 300)}…${text.slice(-300)}`);
  const room = width / fontSize;
  const before = [0];
  for (const character of characters) before.push((before.at(-1) ?? 0) + widthOf(character));
  const whole = before.at(-1) ?? 0;
  if (isMeasured && whole <= room) return text;
  for (let kept = characters.length - 1; kept > 0; kept--) {
    const tail = Math.floor(kept / 2);
    const [head = 0, skipped = 0] = [before[kept - tail], before[characters.length - tail]];
    if (head + widthOf('…') + whole - skipped <= room)
      return `${characters.slice(0, kept - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
  }
  return '…';
}

function widthOf(character: string): number {
  const width = known.get(character) ?? widths.find(([pattern]) => pattern.test(character))?.[1] ?? usual;
  if (known.size < mostKnown) known.set(character, width);
  return width;
}
