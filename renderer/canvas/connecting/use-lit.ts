import { useAppState } from '../../store/hooks.ts';

/** Whether a node can take the line that is being drawn; undefined while none is, and for where it starts. */
export const useLit = (id: string): 'lit' | 'dimmed' | undefined =>
  useAppState(({ view: { connecting } }) =>
    connecting === undefined || connecting.from === id
      ? undefined
      : connecting.takers.has(id)
        ? 'lit'
        : 'dimmed',
  );
