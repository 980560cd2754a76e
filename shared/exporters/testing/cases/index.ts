import type { Design } from '../../../model/design.ts';
import { basics } from './basics.ts';

/** A design that both exports are tried on. */
export interface ExportCase {
  readonly title: string;
  readonly design: Design;
}

/** Small designs that together use every row of the tables, by family. */
export const exportCases: readonly ExportCase[] = [...basics];
