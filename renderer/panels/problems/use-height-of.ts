import { useCallback, useRef, useState } from 'react';

/**
 * The height of an element, kept current: give the first to its `ref`, the second is the height in pixels.
 * Measured before the first paint, so that nothing jumps.
 */
export const useHeightOf = (
  guess: number,
): readonly [(element: HTMLElement | null) => void, number] => {
  const [height, setHeight] = useState(guess);
  const observer = useRef<ResizeObserver>(undefined);
  const measure = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (!element) return;
    const read = (): void => setHeight(element.offsetHeight);
    observer.current = new ResizeObserver(read);
    observer.current.observe(element);
    read();
  }, []);
  return [measure, height];
};
