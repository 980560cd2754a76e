import { compareText } from '../../lib/order.ts';
import type { ExportProblem } from '../exported.ts';

/**
 * What stands in the way when stacks need values of one another in a circle: none of them could be deployed first.
 * Empty when there is an order.
 */
export const stackCircle = (
  stacks: readonly { readonly region: string; readonly needs: readonly string[] }[],
): readonly ExportProblem[] => {
  let waiting = stacks;
  for (;;) {
    const regions = new Set(waiting.map(({ region }) => region));
    const still = waiting.filter(({ region, needs }) =>
      needs.some((need) => need !== region && regions.has(need)),
    );
    if (still.length === 0) return [];
    if (still.length === waiting.length) {
      const names = still.map(({ region }) => region).sort(compareText);
      return [
        {
          message: `The stacks of ${names.join(' and ')} need values of each other, so none of them can be deployed first. Move what they share into one region.`,
          at: '',
        },
      ];
    }
    waiting = still;
  }
};
