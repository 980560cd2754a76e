/**
 * Which figures the bench knows, where they stand in its result, and how Isobar compares with its peers. What is
 * printed and what is compared is read from here.
 *
 * @typedef {{ fps: number, longFrames: number, worstMs: number }} Frames
 * @typedef {{ pan: Frames, zoom: Frames, drag: Frames, editToFindingsMs?: number }} View
 * @typedef {{ nodes: number, openMs?: number, heapMb?: number, whole?: View, near?: View }} Drawn
 * @typedef {Drawn & { gaveUp?: string, notes?: readonly string[] }} PeerDrawn
 * @typedef {{ name: string, version: string, designs: readonly PeerDrawn[] }} Peer
 * @typedef {{ name: string, value: number, goal: number | string, met: boolean }} Goal
 * @typedef {{ peer: string, nodes: number, figure: string, isobar: number, theirs: number, ratio: number }} Ratio
 * @typedef {object} Idle
 * @property {number} nodes
 * @property {number} seconds
 * @property {number} frames
 * @property {number} timers
 * @property {number} scriptMs
 * @property {number} taskMs
 * @typedef {object} Memory
 * @property {number} nodes
 * @property {number} rounds
 * @property {number} heapBeforeMb
 * @property {number} heapAfterMb
 * @property {number} grownMb
 * @property {number} grownElements
 * @property {number} grownListeners
 * @typedef {object} Result
 * @property {string} [node]
 * @property {{ nodes: number, milliseconds: Record<string, number> }[]} [designs]
 * @property {{ browser: string, coldStartMs: number, firstScriptKb: number, designs: readonly Drawn[] }} [canvas]
 * @property {readonly Peer[]} [peers]
 * @property {readonly Ratio[]} [ratios]
 * @property {Idle} [idle]
 * @property {Memory} [memory]
 * @property {readonly Goal[]} goals
 */

/** What is drawn, and for whom: Isobar and its peers have these figures. */
export const drawnFigures = [
  { name: 'open, ms', of: (/** @type {Drawn} */ drawn) => drawn.openMs },
  { name: 'pan all in view, fps', of: (/** @type {Drawn} */ drawn) => drawn.whole?.pan.fps },
  { name: 'pan zoomed in, fps', of: (/** @type {Drawn} */ drawn) => drawn.near?.pan.fps },
  { name: 'zoom all in view, fps', of: (/** @type {Drawn} */ drawn) => drawn.whole?.zoom.fps },
  { name: 'zoom zoomed in, fps', of: (/** @type {Drawn} */ drawn) => drawn.near?.zoom.fps },
  { name: 'drag all in view, fps', of: (/** @type {Drawn} */ drawn) => drawn.whole?.drag.fps },
  { name: 'drag zoomed in, fps', of: (/** @type {Drawn} */ drawn) => drawn.near?.drag.fps },
  { name: 'heap, MB', of: (/** @type {Drawn} */ drawn) => drawn.heapMb },
];

/**
 * Isobar's figure divided by the peer's, wherever both were measured.
 *
 * @param {readonly Drawn[]} isobar
 * @param {readonly Peer[]} peers
 * @returns {Ratio[]}
 */
export const ratiosOf = (isobar, peers) =>
  peers.flatMap(({ name: peer, designs }) =>
    designs.flatMap((theirs) => {
      const ours = isobar.find(({ nodes }) => nodes === theirs.nodes);
      return drawnFigures.flatMap(({ name: figure, of }) => {
        const [mine, other] = [ours && of(ours), of(theirs)];
        if (mine === undefined || other === undefined || other === 0) return [];
        const ratio = Math.round((mine / other) * 100) / 100;
        return [{ peer, nodes: theirs.nodes, figure, isobar: mine, theirs: other, ratio }];
      });
    }),
  );

/**
 * A goal that is reached from above, or from below.
 *
 * @param {string} name
 * @param {number} value
 * @param {number} goal
 * @returns {Goal}
 */
export const most = (name, value, goal) => ({
  name,
  value,
  goal: `<= ${goal}`,
  met: value <= goal,
});

/** @type {typeof most} */
export const least = (name, value, goal) => ({
  name,
  value,
  goal: `>= ${goal}`,
  met: value >= goal,
});
