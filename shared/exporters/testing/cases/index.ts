import type { ExportCase } from '../export-case.ts';
import { basics } from './basics.ts';
import { databases } from './databases.ts';
import { messaging } from './messaging.ts';
import { network } from './network.ts';

/** Small designs that together use every row of the tables, by family. */
export const exportCases: readonly ExportCase[] = [...basics, ...databases, ...messaging, ...network];
