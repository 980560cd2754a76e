import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn above and below what is seen, so that scrolling shows no gaps. */
const spare = 8;

/** Which rows of a long list are seen, and how tall one is: only these are drawn. */
export const useVisibleRows = (
  list: RefObject<HTMLElement | null>,
  count: number,
): { readonly from: number; readonly to: number; readonly rowHeight: number } => {
  const [rowHeight, setRowHeight] = useState(32);
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = (): void => {
      const root = document.documentElement;
      const rem = Number.parseFloat(getComputedStyle(root).fontSize);
      const row = Number.parseFloat(getComputedStyle(root).getPropertyValue('--row'));
      setRowHeight(Math.round(rem * row) || 32);
      setSeen({ top: element.scrollTop, height: element.clientHeight });
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const size = new ResizeObserver(measure);
    size.observe(element);
    // Density and size of text stand on the root element.
    const looks = new MutationObserver(measure);
    looks.observe(document.documentElement, { attributes: true });
    return () => {
      element.removeEventListener('scroll', measure);
      size.disconnect();
      looks.disconnect();
    };
  }, [list]);
  return {
    from: Math.max(0, Math.floor(seen.top / rowHeight) - spare),
    to: Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + spare),
    rowHeight,
  };
};
