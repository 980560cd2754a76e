/** So many nodes are elements at any zoom: they are few enough to move smoothly. */
const few = 120;
/** Below this zoom a large design is painted; names would be too small to read anyway. */
const far = 0.5;
/** How much nearer one must come until it is elements again, so that the two do not take turns. */
const slack = 0.02;

/** True when a design of so many boxes is painted as one picture at this zoom. */
export const isFarAt = (zoom: number, boxes: number, wasFar: boolean): boolean =>
  boxes > few && zoom < far + (wasFar ? slack : 0);
