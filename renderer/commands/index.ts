import { arrangeCommands } from './arrange.ts';
import { changeConnectionCommands } from './change-connection.ts';
import type { Command } from './command.ts';
import { editCommands } from './edit.ts';
import { exportCommands } from './export.ts';
import { fileCommands } from './file.ts';
import { helpCommands } from './help.ts';
import { insertCommands } from './insert.ts';
import { problemCommands } from './problems.ts';
import { viewCommands } from './view.ts';

/** Every command, in the order of the menus. */
export const commands: readonly Command[] = [
  ...fileCommands,
  ...exportCommands,
  ...editCommands,
  ...insertCommands,
  ...changeConnectionCommands,
  ...arrangeCommands,
  ...viewCommands,
  ...problemCommands,
  ...helpCommands,
];

const byId = new Map(commands.map((command) => [command.id, command]));

/** A command by its id. */
export const commandOf = (id: string): Command | undefined => byId.get(id);
