import { Kbd, TextInput } from '@mantine/core';
import { useState } from 'react';
import { matchDistance } from '../../../shared/lib/match.ts';
import type { Command, CommandGroup } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { showKeys } from '../../commands/keys.ts';
import { menuTitles } from '../../commands/menus.ts';
import { useApp } from '../../store/hooks.ts';
import { SearchIcon } from '../../ui/glyphs.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import dialogs from './dialogs.module.css';
import classes from './shortcuts-dialog.module.css';

/** Every command that has keys, as keys are on this machine. */
const ShortcutsDialog = () => {
  const app = useApp();
  const { platform } = app.state.host;
  const [typed, setTyped] = useState('');
  const keysOf = ({ keys = [] }: Command) => keys.map((press) => showKeys(press, platform));
  const groups = (Object.keys(menuTitles) as CommandGroup[]).flatMap((group) => {
    const members = commands.filter(
      (command) =>
        command.group === group &&
        (command.keys?.length ?? 0) > 0 &&
        matchDistance(typed, {
          title: command.title,
          words: `${command.words ?? ''} ${keysOf(command).join(' ')} ${menuTitles[group]}`,
        }) !== undefined,
    );
    return members.length === 0 ? [] : [{ group, members }];
  });
  return (
    <DialogFrame title="Keyboard shortcuts" size="xl">
      <TextInput
        data-autofocus
        size="sm"
        leftSection={<SearchIcon />}
        placeholder="Search shortcuts"
        aria-label="Search shortcuts"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.groups}>
        {groups.map(({ group, members }) => (
          <section key={group} aria-label={menuTitles[group]}>
            <h3>{menuTitles[group]}</h3>
            <dl>
              {members.map((command) => (
                <div key={command.id} className={classes.row}>
                  <dt>{command.title.replace(/…$/, '')}</dt>
                  <dd>
                    {keysOf(command).map((keys) => (
                      <Kbd key={keys} size="sm">
                        {keys}
                      </Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {groups.length === 0 && <p className={dialogs.muted}>No command is found by “{typed}”.</p>}
    </DialogFrame>
  );
};

export default ShortcutsDialog;
