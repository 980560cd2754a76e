import { Menu, Portal } from '@mantine/core';
import { otherMeanings } from '../../commands/change-connection.ts';
import type { Command } from '../../commands/command.ts';
import { giveMeaning } from '../../commands/connect.ts';
import { commandOf } from '../../commands/index.ts';
import { showKeys } from '../../commands/keys.ts';
import { runCommand } from '../../commands/run.ts';
import { chosenConnection } from '../../commands/selection.ts';
import { useApp } from '../../store/hooks.ts';
import { CheckIcon } from '../../ui/glyphs.tsx';
import classes from './context-menu.module.css';
import { type MenuItem, menuEntries } from './menu-entries.ts';

/** The menu of what is chosen, at a point of the window. */
export const ContextMenu = ({
  at,
  onClose,
}: {
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}) => {
  const app = useApp();
  const isPossible = (id: string): boolean => {
    const command = commandOf(id);
    return command !== undefined && (command.when?.(app) ?? true);
  };
  const isOffered = (item: MenuItem): boolean => {
    if (typeof item !== 'string') return item.items.some(isPossible);
    return item === 'meanings' ? meanings.length > 0 : isPossible(item);
  };
  const connection = chosenConnection(app);
  const isReadOnly = app.state.document?.readOnly !== undefined;
  const meanings = connection && !isReadOnly ? otherMeanings(app, connection) : [];
  const sections = menuEntries(app)
    .map((section) => section.filter(isOffered))
    .filter((section) => section.length > 0);
  return (
    <Portal>
      <section aria-label="Menu of the canvas">
        <Menu
          opened
          onChange={(isOpen) => !isOpen && onClose()}
          position="bottom-start"
          offset={2}
          width={248}
          shadow="md"
          returnFocus={false}
          withinPortal={false}
          floatingStrategy="fixed"
          transitionProps={{ duration: 0 }}
          loop
        >
          <Menu.Target>
            <button
              type="button"
              tabIndex={-1}
              className={classes.target}
              style={{ left: at.x, top: at.y }}
              aria-label="Context menu"
            />
          </Menu.Target>
          <Menu.Dropdown aria-label="Context menu" className={classes.menu ?? ''}>
            {sections.map((section, index) => (
              <div key={section.map(keyOf).join(' ')} role="presentation">
                {index > 0 && <Menu.Divider />}
                {section.map((item) => {
                  if (typeof item !== 'string')
                    return (
                      <Menu.Sub key={item.title} transitionProps={{ duration: 0 }}>
                        <Menu.Sub.Target>
                          <Menu.Sub.Item className={classes.item ?? ''}>{item.title}</Menu.Sub.Item>
                        </Menu.Sub.Target>
                        <Menu.Sub.Dropdown className={classes.menu ?? ''}>
                          {item.items.filter(isPossible).map((id) => (
                            <CommandItem key={id} id={id} />
                          ))}
                        </Menu.Sub.Dropdown>
                      </Menu.Sub>
                    );
                  if (item !== 'meanings') return <CommandItem key={item} id={item} />;
                  return (
                    <Menu.Sub key={item} transitionProps={{ duration: 0 }}>
                      <Menu.Sub.Target>
                        <Menu.Sub.Item className={classes.item ?? ''}>Change type</Menu.Sub.Item>
                      </Menu.Sub.Target>
                      <Menu.Sub.Dropdown className={classes.menu ?? ''}>
                        {meanings.map((row) => (
                          <Menu.Item
                            key={row.id}
                            className={classes.item ?? ''}
                            onClick={() => connection && giveMeaning(app, connection, row)}
                          >
                            {row.label.charAt(0).toUpperCase() + row.label.slice(1)}
                          </Menu.Item>
                        ))}
                      </Menu.Sub.Dropdown>
                    </Menu.Sub>
                  );
                })}
              </div>
            ))}
          </Menu.Dropdown>
        </Menu>
      </section>
    </Portal>
  );
};

const keyOf = (item: MenuItem): string => (typeof item === 'string' ? item : item.title);

/** An entry that runs a command; title, keys and whether it is on are the command's. */
const CommandItem = ({ id }: { readonly id: string }) => {
  const app = useApp();
  const command: Command | undefined = commandOf(id);
  if (!command) return null;
  const [keys] = command.keys ?? [];
  const isOn = command.checked?.(app) === true;
  return (
    <Menu.Item
      className={classes.item ?? ''}
      data-danger={id === 'edit.delete' || undefined}
      rightSection={
        <span className={classes.right}>
          {isOn && <CheckIcon />}
          {keys !== undefined && (
            <span className={classes.keys}>{showKeys(keys, app.state.host.platform)}</span>
          )}
        </span>
      }
      onClick={() => runCommand(app, command)}
    >
      {command.title}
    </Menu.Item>
  );
};
