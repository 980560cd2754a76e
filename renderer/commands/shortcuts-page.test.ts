import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Command, CommandGroup } from './command.ts';
import { commands } from './index.ts';
import { showKeys } from './keys.ts';
import { menuTitles } from './menus.ts';

/*
 * docs/shortcuts.md is what the commands say. `npm run golden` writes it anew.
 */

const page = fileURLToPath(new URL('../../docs/shortcuts.md', import.meta.url));

const cell = (command: Command, platform: 'linux' | 'mac'): string =>
  (command.keys ?? []).map((keys) => `\`${showKeys(keys, platform)}\``).join(', ');

const sections = (Object.keys(menuTitles) as CommandGroup[]).flatMap((group) => {
  const rows = commands
    .filter((command) => command.group === group && (command.keys?.length ?? 0) > 0)
    .map((command) => {
      const title = command.title.replace(/…$/, '');
      const where = command.onCanvas ? 'on the canvas' : '';
      return `| ${title} | ${cell(command, 'linux')} | ${cell(command, 'mac')} | ${where} |`;
    });
  if (rows.length === 0) return [];
  const head = ['| | Linux, Windows | Mac | Where |', '|---|---|---|---|'];
  return [[`## ${menuTitles[group]}`, '', ...head, ...rows].join('\n')];
});

const text = [
  '# Keyboard shortcuts',
  'Isobar can be used by keys alone. `?` shows this list in the app, where it can be searched; `Ctrl+K` (`⌘K`) finds every command, those without keys as well. What is meant for the canvas counts while the canvas has the keyboard: `F6` brings it there, and `Tab` goes from node to node. In a browser some keys stay with the browser, such as `Ctrl+N`.',
  '<!-- Made from the commands (renderer/commands); npm run golden writes it. -->',
  ...sections,
].join('\n\n');

test('docs/shortcuts.md lists every command that has keys', async () => {
  expect(sections.length).toBeGreaterThan(3);
  await expect(`${text}\n`).toMatchFileSnapshot(page);
});
