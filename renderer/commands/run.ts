import type { App } from '../store/app-store.ts';
import type { Command } from './command.ts';
import { commands } from './index.ts';
import { type KeyPress, keysOf } from './keys.ts';

/** Runs a command if it makes sense now. What goes wrong in it is told, not lost. */
export const runCommand = (app: App, command: Command): void => {
  if (command.when && !command.when(app)) return;
  const failed = (error: unknown): void =>
    app.notify({
      tone: 'error',
      text: `${command.title} did not work: ${error instanceof Error ? error.message : String(error)}`,
    });
  try {
    Promise.resolve(command.run(app)).catch(failed);
  } catch (error) {
    failed(error);
  }
};

const byKeys = new Map<string, Command[]>();
for (const command of commands)
  for (const keys of command.keys ?? []) {
    const present = byKeys.get(keys);
    if (present) present.push(command);
    else byKeys.set(keys, [command]);
  }

/** Who has the keyboard: a field, the canvas, or something else. */
export type KeyPlace = 'field' | 'canvas' | 'elsewhere';

/** Runs the command of a press of keys; true when there was one, so that nobody else handles the press. */
export const runKeys = (app: App, press: KeyPress, place: KeyPlace): boolean => {
  const found = byKeys
    .get(keysOf(press, app.state.host.platform))
    ?.find(
      (command) =>
        (place !== 'field' || command.whileTyping === true) &&
        (place === 'canvas' || command.onCanvas !== true) &&
        (command.when?.(app) ?? true),
    );
  if (!found) return false;
  runCommand(app, found);
  return true;
};
