import type { Design } from '../../model/design.ts';

/** A design that both exports are tried on. */
export interface ExportCase {
  readonly title: string;
  readonly design: Design;
}
