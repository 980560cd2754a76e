import { Portal } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import classes from './service-picker.module.css';

type Point = { readonly x: number; readonly y: number };

/** The least distance to the window's edge, in pixels. */
const edge = 8;

interface PickerAtProps {
  /** In pixels from the window's corner. */
  readonly at: Point;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Puts a picker or another small pane at a point of the window, moved so far that all of it is seen. */
export const PickerAt = (props: PickerAtProps) => (
  <Portal>
    <Pane {...props} />
  </Portal>
);

// Of its own, for a portal draws what it holds only after it has found its place.
const Pane = ({ at, onClose, children }: PickerAtProps) => {
  const pane = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(at);
  const before = useRef(document.activeElement);
  // The keyboard goes back to where it was, unless somebody took it meanwhile.
  useEffect(() => {
    const { current } = before;
    return () => {
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (isFree && current instanceof HTMLElement) current.focus({ preventScroll: true });
    };
  }, []);
  useLayoutEffect(() => {
    const box = pane.current?.getBoundingClientRect();
    if (!box) return;
    setPlace({
      x: Math.max(edge, Math.min(at.x, window.innerWidth - box.width - edge)),
      y: Math.max(edge, Math.min(at.y, window.innerHeight - box.height - edge)),
    });
  }, [at]);
  useEffect(() => {
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && !pane.current?.contains(event.target)) onClose();
    };
    // In the capture phase: the canvas keeps presses to itself.
    window.addEventListener('pointerdown', onPress, true);
    return () => window.removeEventListener('pointerdown', onPress, true);
  }, [onClose]);
  return (
    <div ref={pane} className={classes.at} style={{ left: place.x, top: place.y }}>
      {children}
    </div>
  );
};
