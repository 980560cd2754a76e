import { useEffect, useState } from 'react';
import { FileIcon } from '../ui/glyphs.tsx';
import classes from './drop-hint.module.css';

/** While a file is dragged over the window: that it can be dropped anywhere. The host takes the drop itself. */
export const DropHint = () => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // Entering a child comes before leaving its parent: only the count says who is really gone.
    let depth = 0;
    const holdsFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const end = (): void => {
      depth = 0;
      setOver(false);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', end, true);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', end, true);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className={classes.hint} aria-hidden="true">
      <div className={classes.words}>
        <FileIcon /> Drop a design to open it
      </div>
    </div>
  );
};
