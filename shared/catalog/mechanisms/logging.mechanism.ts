import { defineMechanism } from '../connection.ts';
import { type LoggingSetting, loggingWriters } from './logging/writers.ts';

export interface Logging {
  /** Which setting of the source says where its logs go. */
  readonly setting: LoggingSetting;
}

/** A service writes what happens in it to a place where people can read it later. */
export const logging = defineMechanism<Logging>({
  id: 'logging',
  family: 'ops',
  onPath: 'never',
  title: 'Logging',
  explain:
    'The service writes a line for each request, each failure or each step into a log group, a bucket or a stream. Nobody waits for it, and the lines arrive a little later. Some services choose the name of the place themselves; then the export gives the drawn log group that name.',
  emit: (scope) => loggingWriters[scope.options.setting](scope),
});
