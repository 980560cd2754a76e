import { designJsonSchema } from '../../shared/model/json-schema.ts';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../io.ts';
import { jsonText } from '../output.ts';

export const schema = defineCommand({
  name: 'schema',
  summary: 'writes the JSON Schema of the design file',
  takes: 'nothing else',
  words: { min: 0, max: 0 },
  options: {},
  examples: ['isobar schema > design.schema.json'],
  run(_given, io) {
    io.stdout(jsonText(designJsonSchema()));
    return exitCodes.fine;
  },
});
