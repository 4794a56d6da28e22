/** How much may wait to be read, in bytes; what is written beyond it is dropped. */
const mostWaiting = 1024 * 1024;

/**
 * Makes what this process prints harmless to it. A reader that is gone is no error: nobody is left to be told. One that does not read
 * (a terminal that was halted, a pipe that nobody empties) makes neither the process wait nor its memory grow: lines are dropped, and
 * once it reads on it is told how many.
 */
export function guardOutput() {
  for (const stream of [process.stdout, process.stderr]) guard(stream);
}

/** @param {NodeJS.WriteStream} stream */
function guard(stream) {
  stream.on('error', () => {});
  const write = stream.write.bind(stream);
  let dropped = 0;
  /** @param {Parameters<typeof stream.write>} args */
  const guarded = (...args) => {
    const isWaiting = stream.writableLength > mostWaiting;
    if (isWaiting || stream.destroyed) {
      if (isWaiting) dropped += 1;
      const written = args.find((each) => typeof each === 'function');
      if (written) process.nextTick(written);
      return true;
    }
    if (dropped > 0) {
      write(`${dropped} messages were dropped here, since nobody read them\n`);
      dropped = 0;
    }
    return write(...args);
  };
  stream.write = /** @type {typeof stream.write} */ (guarded);
}
