import type { JsonObject } from '../../lib/json.ts';
import { designSchemaUrl } from '../design.ts';
import type { Step } from './step.ts';
import { v1 } from './v1.migration.ts';

/** Every change of the file format, oldest first. Steps are only ever added. */
export const migrations: readonly Step[] = [v1];

/** The file as the current format has it, when it was written in format `from` or later. */
export const migrate = (file: JsonObject, from: number): JsonObject =>
  migrations
    .filter((step) => step.to > from)
    .reduce<JsonObject>((old, step) => {
      const next = { ...step.up(old), formatVersion: step.to };
      return old.$schema === designSchemaUrl(step.to - 1)
        ? { ...next, $schema: designSchemaUrl(step.to) }
        : next;
    }, file);
