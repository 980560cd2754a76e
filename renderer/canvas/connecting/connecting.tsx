import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { findNode } from '../../../shared/model/tree.ts';
import { iconAddress } from '../../assets/icons.ts';
import { connectToNew } from '../../commands/connect.ts';
import { useApp, useDesign, useIsReadOnly, useView } from '../../store/hooks.ts';
import { useCanvasStore } from '../canvas-store.ts';
import { PickerAt } from '../menus/picker-at.tsx';
import { ServicePicker } from '../menus/service-picker.tsx';
import { AnswerCard } from './answer-card.tsx';
import classes from './connecting.module.css';
import { DrawnLine, type LineEnd } from './drawn-line.tsx';
import { endAt, takersOf } from './judge.ts';
import type { LinePhase, Moved, Phase } from './phase.ts';
import { SelectedConnection } from './selected-connection.tsx';
import { listName, newServiceTargets, type Target, targetsOf } from './targets.ts';

const nothing = (): void => {};

/**
 * Connecting: by dragging from a handle, by clicks, by keys. Lies in the element that the canvas fills. One line at a
 * time; while there is one, `view.connecting` says who can take it.
 */
export const Connecting = () => {
  const app = useApp();
  const canvas = useCanvasStore();
  const flow = useReactFlow();
  const isReadOnly = useIsReadOnly();
  const connectingFrom = useView('connectingFrom');
  const root = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const [phase, setPhase] = useState<Phase>();

  const go = useCallback(
    (next: Phase | undefined): void => {
      setPhase(next);
      const isLine = next?.kind === 'line';
      app.setView({
        connecting: isLine ? { from: next.from, takers: takersOf(app, next) } : undefined,
        connectingFrom: isLine ? next.from : undefined,
      });
      if (next === undefined) app.canvas?.takeKeyboard();
    },
    [app],
  );
  const close = useCallback(() => go(undefined), [go]);

  // A command asks for it by naming the node: the list opens beside that.
  useEffect(() => {
    const isLine = phase?.kind === 'line';
    if (connectingFrom === undefined) {
      // Somebody else ended it.
      if (isLine) close();
      return;
    }
    if (isLine && phase.from === connectingFrom) return;
    const box = canvas.state.scene.byId.get(connectingFrom);
    const { x, y } = flow.flowToScreenPosition(
      box ? { x: box.x, y: box.y + box.height } : { x: 0, y: 0 },
    );
    go({
      kind: 'line',
      from: connectingFrom,
      isIncoming: false,
      isHeld: false,
      at: undefined,
      // Below it: what it leads to is mostly on its right, and may be clicked.
      list: { x, y: y + 10 },
    });
  }, [connectingFrom, phase, canvas, flow, go, close]);

  // What is read or searched goes with its nodes, and Escape closes it wherever the keyboard is.
  const design = useDesign();
  useEffect(() => {
    if (phase === undefined) return;
    const ids = phase.kind === 'answer' ? [phase.source, phase.target] : [phase.from];
    if (ids.some((id) => findNode(design, id) === undefined)) close();
  }, [phase, design, close]);
  useEffect(() => {
    if (phase === undefined || phase.kind === 'line') return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [phase, close]);

  useEffect(() => {
    const element = root.current?.parentElement;
    pane.current = element ?? null;
    if (!element || isReadOnly) return;
    const onDown = (event: PointerEvent): void => {
      const { target } = event;
      if (event.button !== 0 || !(target instanceof Element)) return;
      const handle = target.closest<HTMLElement>('.react-flow__handle');
      const id = handle?.closest('.react-flow__node')?.getAttribute('data-id');
      const from = app.state.document && findNode(app.state.document.design, id ?? '');
      if (!handle || !from || app.state.view.connecting) return;
      // Neither React Flow nor a marquee gets the press.
      event.preventDefault();
      event.stopPropagation();
      go({
        kind: 'line',
        from: from.id,
        isIncoming: handle.classList.contains('target'),
        isHeld: true,
        at: { x: event.clientX, y: event.clientY },
      });
    };
    element.addEventListener('pointerdown', onDown, true);
    return () => element.removeEventListener('pointerdown', onDown, true);
  }, [app, go, isReadOnly]);

  const onEnd = useCallback(
    ({ node, at, place }: LineEnd): void => {
      if (phase?.kind !== 'line') return;
      if (node === phase.from || (node === undefined && phase.moved)) close();
      else if (node !== undefined) go(endAt(app, phase, node, at));
      else go({ kind: 'services', from: phase.from, isIncoming: phase.isIncoming, at, place });
    },
    [app, phase, go, close],
  );
  const onClick = useCallback(() => {
    if (phase?.kind === 'line') setPhase({ ...phase, isHeld: false });
  }, [phase]);
  const onMove = useCallback(
    ({ connection, end }: Moved, at: { readonly x: number; readonly y: number }): void => {
      const isFrom = end === 'from';
      go({
        kind: 'line',
        from: isFrom ? connection.to : connection.from,
        isIncoming: isFrom,
        isHeld: true,
        at,
        moved: { connection, end },
      });
    },
    [go],
  );

  return (
    <div ref={root} className={classes.root}>
      {!isReadOnly && phase === undefined && <SelectedConnection onMove={onMove} />}
      {phase?.kind === 'line' && (
        <DrawnLine phase={phase} pane={pane} onEnd={onEnd} onCancel={close} onClick={onClick} />
      )}
      {phase?.kind === 'line' && phase.list && (
        <TargetList phase={phase} at={phase.list} onClose={close} onDone={go} />
      )}
      {phase?.kind === 'services' && <NewServiceList phase={phase} onClose={close} />}
      {phase?.kind === 'answer' && (
        <PickerAt at={phase.at} onClose={close}>
          <AnswerCard answer={phase} onClose={close} />
        </PickerAt>
      )}
    </div>
  );
};

/** Every target, for the keyboard: nodes of the design and new services. */
const TargetList = ({
  phase,
  at,
  onClose,
  onDone,
}: {
  readonly phase: LinePhase;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
  readonly onDone: (next: Phase | undefined) => void;
}) => {
  const app = useApp();
  const design = useDesign();
  const source = findNode(design, phase.from);
  const candidates = useMemo(
    () => (source ? targetsOf(app.graph, design, source, iconAddress) : []),
    [app, design, source],
  );
  if (!source) return null;
  const pick = ({ node, added }: Target): void => {
    onDone(node ? endAt(app, phase, node.id, at, true) : undefined);
    if (added)
      connectToNew(app, source, added.service, added.way, { at: undefined, isIncoming: false });
  };
  return (
    // A press on the canvas is for the line, so the list does not close by itself.
    <PickerAt at={at} onClose={nothing}>
      <ServicePicker
        candidates={candidates}
        label={listName(source)}
        placeholder={`${listName(source)}…`}
        empty={(typed) => `Nothing that it could be connected to is called "${typed}".`}
        onClose={onClose}
        onPick={pick}
      />
    </PickerAt>
  );
};

/** The services that a line could lead to, where it was dropped. */
const NewServiceList = ({
  phase: { from, isIncoming, at, place },
  onClose,
}: {
  readonly phase: Extract<Phase, { readonly kind: 'services' }>;
  readonly onClose: () => void;
}) => {
  const app = useApp();
  const design = useDesign();
  const node = findNode(design, from);
  const candidates = useMemo(
    () =>
      node
        ? newServiceTargets(node.kind, isIncoming, iconAddress).map((target) => ({
            ...target,
            group: undefined,
          }))
        : [],
    [node, isIncoming],
  );
  if (!node) return null;
  return (
    <PickerAt at={at} onClose={onClose}>
      <ServicePicker
        candidates={candidates}
        label={
          isIncoming
            ? `Connect a new service to ${node.name}`
            : `Connect ${node.name} to a new service`
        }
        placeholder={isIncoming ? 'What leads here?' : 'Where does it lead?'}
        empty={(typed) => `No service called "${typed}" can be connected here.`}
        onClose={onClose}
        onPick={({ added }) => {
          onClose();
          if (added) connectToNew(app, node, added.service, added.way, { at: place, isIncoming });
        }}
      />
    </PickerAt>
  );
};
