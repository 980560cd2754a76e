import type { ExportCase } from '../export-case.ts';

/** Streams, deliveries and logs. */
export const streams: readonly ExportCase[] = [];
