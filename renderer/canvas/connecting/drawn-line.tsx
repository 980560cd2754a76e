import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Curve, Rect } from '../../../shared/exporters/picture/geometry.ts';
import { useApp } from '../../store/hooks.ts';
import { useCanvasStore } from '../canvas-store.ts';
import { nodeAt } from '../pick.ts';
import classes from './connecting.module.css';
import { type Verdict, verdictAt } from './judge.ts';
import { lineShape } from './line-shape.ts';
import type { LinePhase } from './phase.ts';

type Point = { readonly x: number; readonly y: number };

/** How near to the canvas's edge the pointer moves the view, and by how much for each frame. */
const panZone = 36;
const panStep = 9;
/** Less than this is a click. */
const clickReach = 5;

export interface LineEnd {
  /** The node under the pointer; undefined on empty canvas. */
  readonly node: string | undefined;
  /** In the window, and on the canvas. */
  readonly at: Point;
  readonly place: Point;
}

/** The line that follows the pointer, and the note that says what it would do. Lies over all of the canvas. */
export const DrawnLine = ({
  phase,
  pane,
  onEnd,
  onCancel,
  onClick,
}: {
  readonly phase: LinePhase;
  readonly pane: RefObject<HTMLElement | null>;
  readonly onEnd: (end: LineEnd) => void;
  readonly onCancel: () => void;
  /** The handle was clicked, not dragged: from now on the next press ends the line. */
  readonly onClick: () => void;
}) => {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useReactFlow();
  const store = useStoreApi();
  const sheet = useRef<SVGSVGElement>(null);
  const path = useRef<SVGPathElement>(null);
  const tip = useRef<SVGCircleElement>(null);
  const outlines = useRef<SVGPathElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const [verdict, setVerdict] = useState<Verdict>();
  const place = useRef<() => void>(undefined);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const start = phase.at;
    let pointer = phase.at;
    let hovered: string | undefined;
    let hasLeft = false;
    let frame = 0;
    // A line that starts at the edge is not meant to move the view; one that is brought there is.
    let wasInside = false;

    const draw = (): void => {
      const box = canvas.state.scene.byId.get(phase.from);
      if (!box || !pointer || !sheet.current) return;
      // Nothing is drawn before somebody points.
      sheet.current.style.display = 'block';
      const bounds = element.getBoundingClientRect();
      const local = ({ x, y }: Point): Point => ({ x: x - bounds.left, y: y - bounds.top });
      const [tx, ty, zoom] = store.getState().transform;
      const shown = (rect: Rect): Rect => ({
        x: rect.x * zoom + tx,
        y: rect.y * zoom + ty,
        width: rect.width * zoom,
        height: rect.height * zoom,
      });
      const pointed = flow.screenToFlowPosition(pointer, { snapToGrid: false });
      const found = nodeAt(canvas.state.scene, pointed, zoom);
      if (found !== hovered) {
        hovered = found;
        setVerdict(found === undefined ? undefined : verdictAt(app, phase, found));
      }
      const target =
        found !== undefined && found !== phase.from && canvas.state.scene.byId.get(found);
      // It snaps to a card: the whole card is the target.
      const line = lineShape(
        shown(box),
        target && !target.isContainer ? shown(target) : local(pointer),
        phase.isIncoming ? 'left' : 'right',
      );
      const to = line[3];
      outlines.current?.setAttribute('transform', `translate(${tx} ${ty}) scale(${zoom})`);
      path.current?.setAttribute('d', drawnPath(line));
      tip.current?.setAttribute('cx', String(to.x));
      tip.current?.setAttribute('cy', String(to.y));
      const beside = local(pointer);
      place.current = () => {
        if (note.current) placeNote(note.current, beside, bounds);
      };
      place.current();
    };
    const pan = (): void => {
      frame = requestAnimationFrame(pan);
      if (!pointer || !phase.isHeld || !hasLeft) return;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const push = (at: number, low: number, high: number): number =>
        at < low + panZone ? panStep : at > high - panZone ? -panStep : 0;
      const [dx, dy] = [push(pointer.x, left, right), push(pointer.y, top, bottom)];
      wasInside ||= dx === 0 && dy === 0;
      if (!wasInside || (dx === 0 && dy === 0)) return;
      const { x, y, zoom } = flow.getViewport();
      void flow.setViewport({ x: x + dx, y: y + dy, zoom });
      draw();
    };
    const end = (event: PointerEvent): void => {
      const at = { x: event.clientX, y: event.clientY };
      const pointed = flow.screenToFlowPosition(at, { snapToGrid: false });
      const node = nodeAt(canvas.state.scene, pointed, flow.getViewport().zoom);
      onEnd({ node, at, place: pointed });
    };
    const isInside = (event: PointerEvent): boolean =>
      event.target instanceof Node && element.contains(event.target);

    const onMove = (event: PointerEvent): void => {
      pointer = { x: event.clientX, y: event.clientY };
      if (start && Math.hypot(pointer.x - start.x, pointer.y - start.y) > clickReach)
        hasLeft = true;
      draw();
    };
    const onUp = (event: PointerEvent): void => {
      if (!phase.isHeld) return;
      swallowClick();
      if (!hasLeft) onClick();
      else if (isOver(element, event)) end(event);
      else onCancel();
    };
    const onDown = (event: PointerEvent): void => {
      if (phase.isHeld || !isInside(event)) {
        // A press in a list of ours is that list's; anywhere else it ends the gesture.
        if (!phase.isHeld && !isOurs(event.target)) onCancel();
        return;
      }
      if (event.button !== 0) return;
      // The press is for the line: nothing is chosen, moved or marked by it.
      event.preventDefault();
      event.stopPropagation();
      swallowClick();
      end(event);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    };
    // Seen from afar cards are painted and do not light up by themselves.
    const { isFar, scene } = canvas.state;
    const takers = isFar ? (app.state.view.connecting?.takers ?? []) : [];
    outlines.current?.setAttribute(
      'd',
      [...takers].map((id) => frameOf(scene.byId.get(id))).join(''),
    );
    draw();
    frame = requestAnimationFrame(pan);
    const stop = store.subscribe(draw);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp, true);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('pointerdown', onDown, true);
    window.addEventListener('keydown', onKey, true);
    return () => {
      stop();
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp, true);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('pointerdown', onDown, true);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [app, canvas, flow, store, phase, pane, onEnd, onCancel, onClick]);

  // How large it is shows only when it is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says decides how large it is.
  useLayoutEffect(() => place.current?.(), [verdict]);

  const state = verdict === undefined ? undefined : verdict.isTaker ? 'takes' : 'refuses';
  return (
    <div className={classes.drawn} aria-hidden="true" data-state={state}>
      <svg ref={sheet} className={classes.sheet} aria-hidden="true" data-drawn-line>
        <path ref={outlines} className={classes.takers} />
        <path ref={path} />
        <circle ref={tip} r="4.5" />
      </svg>
      <div ref={note} className={classes.note} hidden={verdict === undefined} data-connect-note>
        {verdict?.text}
      </div>
    </div>
  );
};

const frameOf = (box: Rect | undefined): string =>
  box ? `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z` : '';

const drawnPath = ([a, b, c, d]: Curve): string =>
  `M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`;

/** Beside the pointer, and always on the canvas. */
const placeNote = (note: HTMLElement, { x, y }: Point, bounds: DOMRect): void => {
  const { offsetWidth: width, offsetHeight: height } = note;
  const left = x + 16 + width > bounds.width ? x - 16 - width : x + 16;
  const top = y + 18 + height > bounds.height ? y - 14 - height : y + 18;
  note.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, top)}px)`;
};

const isOver = (element: HTMLElement, { clientX: x, clientY: y }: PointerEvent): boolean => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
};

const isOurs = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="listbox"]') !== null;

/** The press that starts or ends a line is no click on what lies below. */
const swallowClick = (): void => {
  const swallow = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  // Where no click follows the release, the next one is somebody's own.
  setTimeout(() => window.removeEventListener('click', swallow, true), 60);
};
