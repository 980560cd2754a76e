import { designSchemaForEditors } from '../../shared/explain/design-schema.ts';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../io.ts';

export const schema = defineCommand({
  name: 'schema',
  summary: 'writes the JSON Schema of the design file',
  takes: 'nothing else',
  words: { min: 0, max: 0 },
  options: {},
  examples: ['isobar schema > design.schema.json'],
  run(_given, io) {
    // On one line: it is for programs, and half the size.
    io.stdout(`${JSON.stringify(designSchemaForEditors())}\n`);
    return exitCodes.fine;
  },
});
