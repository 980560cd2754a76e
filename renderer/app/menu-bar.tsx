import { Menu, Menubar } from '@mantine/core';
import { commands } from '../commands/index.ts';
import { showKeys } from '../commands/keys.ts';
import { type CommandMenu, menusOf } from '../commands/menus.ts';
import { runCommand } from '../commands/run.ts';
import { useApp } from '../store/hooks.ts';
import { CheckIcon, MenuIcon } from '../ui/glyphs.tsx';
import classes from './menu-bar.module.css';

const menus = menusOf(commands);

/** The entries of one menu. Drawn when it opens, so that what can be done now is as it is now. */
const Entries = ({ sections }: Pick<CommandMenu, 'sections'>) => {
  const app = useApp();
  return sections.map((section, index) => [
    index > 0 && <Menu.Divider key={`line ${section[0]?.id}`} />,
    ...section.map((command) => {
      const [keys] = command.keys ?? [];
      return (
        <Menu.Item
          key={command.id}
          disabled={command.when?.(app) === false}
          leftSection={
            <span className={classes.check}>{command.checked?.(app) && <CheckIcon />}</span>
          }
          rightSection={
            keys !== undefined && (
              <kbd className={classes.keys}>{showKeys(keys, app.state.host.platform)}</kbd>
            )
          }
          onClick={() => runCommand(app, command)}
        >
          {command.title}
        </Menu.Item>
      );
    }),
  ]);
};

/** The menus in the window, where the system draws none: File, Edit, and so on; one button where there is no room. */
export const MenuBar = () => (
  <>
    <Menubar className={classes.bar ?? ''} aria-label="Menu bar">
      {menus.map(({ group, title, sections }) => (
        <Menubar.Menu key={group} width="18rem" withinPortal={false}>
          <Menubar.Target className={classes.target ?? ''}>{title}</Menubar.Target>
          <Menubar.Dropdown className={classes.dropdown ?? ''}>
            <Entries sections={sections} />
          </Menubar.Dropdown>
        </Menubar.Menu>
      ))}
    </Menubar>
    <Menu position="bottom-start" width="14rem" withinPortal={false}>
      <Menu.Target>
        <button type="button" className={classes.button} aria-label="Menu">
          <MenuIcon />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {menus.map(({ group, title, sections }) => (
          <Menu.Sub key={group}>
            <Menu.Sub.Target>
              <Menu.Sub.Item>{title}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown className={classes.dropdown ?? ''}>
              <Entries sections={sections} />
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ))}
      </Menu.Dropdown>
    </Menu>
  </>
);
