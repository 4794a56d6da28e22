const doubleQuote = 34;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** A container that can be folded: offsets behind its opening bracket and before its closing one. */
export interface FoldRange {
  from: number;
  to: number;
}

export interface JsonFolds {
  /** The container whose opening bracket is the last one in the span of a line, if it ends on another line. */
  startingIn(lineFrom: number, lineTo: number): FoldRange | undefined;
  /** What "fold all" closes: the containers of the first level that has more than one (the items of a snapshot). */
  outline(): FoldRange[];
}

/**
 * Finds every container that spans lines, in one pass. CodeMirror's own folding asks the syntax tree, which is only
 * parsed a little beyond what is on the screen: in a large file it would not know where an array ends.
 */
export function jsonFolds(text: string): JsonFolds {
  const starts: number[] = [];
  const ends: number[] = [];
  const depths: number[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === doubleQuote) {
      for (at++; at < text.length && text.charCodeAt(at) !== doubleQuote; at++) {
        if (text.charCodeAt(at) === backslash) at++;
      }
    } else if (code === openBrace || code === openBracket) {
      open.push(starts.length);
      starts.push(at + 1);
      ends.push(-1);
      depths.push(open.length);
    } else if (code === closeBrace || code === closeBracket) {
      const index = open.pop();
      if (index !== undefined) ends[index] = at;
    }
  }

  const rangeAt = (index: number): FoldRange | undefined => {
    const from = starts[index];
    const to = ends[index];
    if (from === undefined || to === undefined || to < 0) return undefined;
    return text.slice(from, from + 1) === '\n' ? { from, to } : undefined;
  };

  return {
    startingIn(lineFrom, lineTo) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((starts[middle] ?? 0) <= lineTo) low = middle + 1;
        else high = middle;
      }
      const range = rangeAt(low - 1);
      return range && range.from > lineFrom ? range : undefined;
    },

    outline() {
      const byDepth = new Map<number, FoldRange[]>();
      for (let index = 0; index < starts.length; index++) {
        const range = rangeAt(index);
        const depth = depths[index];
        if (!range || depth === undefined) continue;
        const level = byDepth.get(depth);
        if (level) level.push(range);
        else byDepth.set(depth, [range]);
      }
      const levels = [...byDepth].sort(([one], [other]) => one - other).map(([, ranges]) => ranges);
      return levels.find((ranges) => ranges.length > 1) ?? levels.at(-1) ?? [];
    },
  };
}
