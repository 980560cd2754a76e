import type { Meaning } from '../../../shared/connecting/meaning.ts';
import type { Connection, Position } from '../../../shared/model/design.ts';
import type { NodeId } from '../../../shared/model/ids.ts';

/** An end of a connection that is there and is being hung on another node. */
export interface Moved {
  readonly connection: Connection;
  readonly end: 'from' | 'to';
}

/** A line that follows the pointer. Points are of the window. */
export interface LinePhase {
  readonly kind: 'line';
  /** Where it hangs. */
  readonly from: NodeId;
  /** It leads into that node. */
  readonly isIncoming: boolean;
  /** The button is down: letting go ends it. Otherwise the next press does. */
  readonly isHeld: boolean;
  readonly at: Position | undefined;
  readonly moved?: Moved | undefined;
  /** The keyboard has a list of targets, opened at this point. */
  readonly list?: Position | undefined;
}

/** What people do while they connect; undefined while they do something else. */
export type Phase =
  | LinePhase
  /** Several meanings, or none: the person reads and chooses. */
  | {
      readonly kind: 'answer';
      readonly source: NodeId;
      readonly target: NodeId;
      readonly meaning: Meaning;
      readonly at: Position;
      readonly moved?: Moved | undefined;
      /** The keyboard asked: it stays at the node where it is. */
      readonly isByKeys?: boolean | undefined;
    }
  /** Dropped where nothing is: what it could lead to. */
  | {
      readonly kind: 'services';
      readonly from: NodeId;
      readonly isIncoming: boolean;
      readonly at: Position;
      /** The same point, on the canvas. */
      readonly place: Position;
    };
