import type { FolderRef } from '../../../../shared/host/host-api.ts';
import type { ExportChoice } from '../../../store/view.ts';

/** What was chosen in the dialog last. */
export interface ExportMemory {
  readonly choice: ExportChoice;
  /** By the design's key and the choice: two designs are not exported over one another by accident. */
  readonly folders: Readonly<Record<string, FolderRef>>;
  /** Undefined: as the window is. */
  readonly theme: 'light' | 'dark' | undefined;
  readonly transparent: boolean;
  readonly scale: 1 | 2 | 3;
}

let memory: ExportMemory = {
  choice: 'sam',
  folders: {},
  theme: undefined,
  transparent: false,
  scale: 2,
};

/** What was chosen last since the window was opened. */
export const remembered = (): ExportMemory => memory;

/** Keeps what was chosen until the window is closed. */
export const remember = (change: Partial<ExportMemory>): void => {
  memory = { ...memory, ...change };
};
