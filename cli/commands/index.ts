import type { Command } from '../command.ts';
import { completionsOf } from './completions.ts';
import { connections } from './connections.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { exportDesign } from './export.ts';
import { fix } from './fix.ts';
import { format } from './format.ts';
import { kinds } from './kinds.ts';
import { newDesign } from './new.ts';
import { permissions } from './permissions.ts';
import { rules } from './rules.ts';
import { schema } from './schema.ts';
import { templates } from './templates.ts';
import { validate } from './validate.ts';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  newDesign,
  validate,
  fix,
  exportDesign,
  explain,
  permissions,
  diff,
  format,
  kinds,
  connections,
  rules,
  templates,
  schema,
  completionsOf(() => commands),
];
