import { useMemo } from 'react';
import { useSelection, useView } from '../store/hooks.ts';
import { useCanvas } from './canvas-store.ts';

/** More chosen nodes than this stay painted: they are many again. */
const mostChosen = 20;

/** While all is painted, the nodes that are elements all the same: what the person is at. Undefined while all are. */
export const useLive = (): ReadonlySet<string> | undefined => {
  const isFar = useCanvas((state) => state.isFar);
  const hovered = useCanvas((state) => state.hovered);
  const selection = useSelection();
  const renaming = useView('renaming');
  const connectingFrom = useView('connectingFrom');
  return useMemo(() => {
    if (!isFar) return undefined;
    const live = new Set<string>(selection.size <= mostChosen ? selection : []);
    for (const id of [hovered, renaming, connectingFrom]) if (id !== undefined) live.add(id);
    return live;
  }, [isFar, hovered, selection, renaming, connectingFrom]);
};
