/**
 * @typedef {object} GraphBench
 * @property {number[]} frames Milliseconds between the frames since `begin`.
 * @property {number[]} tasks Of the tasks of more than 50 ms, those since `begin`.
 * @property {number} [settled] When what is drawn came to rest, in milliseconds since the page was asked for.
 * @property {() => void} begin
 * @property {() => string} drawn How much is drawn, in words.
 */

/** @typedef {Element & { _cyreg?: { cy?: Canvas } }} Container What cytoscape draws in, with what it leaves there. */
/** @typedef {{ length: number }} Elements */
/** @typedef {{ nodes(): Elements, edges(): Elements, elements(): Elements, zoom(): number, pan(): object }} Canvas */

/**
 * Runs in the page before all else: records its frames and long tasks, and when the picture of its graph has come to rest: when it is
 * drawn, and neither what is on the canvas nor where it stands changes for a second after.
 */
export function recordFrames() {
  const restMs = 1000;
  /** A change is noticed in the frame after it, and may be drawn by then. */
  const frameMs = 50;
  /** @type {GraphBench} */
  const bench = {
    frames: [],
    tasks: [],
    begin() {
      bench.frames = [];
      bench.tasks = [];
    },
    drawn() {
      const cy = canvas();
      return cy ? `${cy.nodes().length} cards and boxes, ${cy.edges().length} lines` : '';
    },
  };
  Object.assign(window, { graphBench: bench });
  const canvas = () =>
    [...document.querySelectorAll('.graph-canvas')]
      .map((element) => /** @type {Container} */ (element)._cyreg?.cy)
      .find((cy) => cy !== undefined);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  /** @type {number[]} */
  const drawings = [];
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    // Cytoscape's name for the canvas that has the picture, which is cleared for each drawing.
    if (this.canvas instanceof HTMLCanvasElement && this.canvas.dataset.id?.endsWith('-node'))
      drawings.push(performance.now());
    clearRect.apply(this, area);
  };
  let [last, seen, since] = [performance.now(), '', 0];
  /** @param {number} now */
  const watch = (now) => {
    bench.frames.push(now - last);
    last = now;
    const cy = canvas();
    const count = cy?.elements().length ?? 0;
    const state = cy && count > 0 ? JSON.stringify([count, cy.zoom(), cy.pan()]) : '';
    if (state !== seen) [seen, since] = [state, now];
    else if (state !== '' && now - since > restMs) bench.settled ??= drawings.find((time) => time >= since - frameMs);
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
}
