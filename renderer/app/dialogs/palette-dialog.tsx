import { templates } from 'virtual:templates';
import { Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { serviceOf, services } from '../../../shared/catalog/catalog.ts';
import { iconAddress } from '../../assets/icons.ts';
import { addServiceHere } from '../../commands/add-service.ts';
import { isEditable } from '../../commands/command.ts';
import { leaving, openTemplate } from '../../commands/documents.ts';
import { commands } from '../../commands/index.ts';
import { showKeys } from '../../commands/keys.ts';
import { menuTitles } from '../../commands/menus.ts';
import { runCommand } from '../../commands/run.ts';
import type { App } from '../../store/app-store.ts';
import { useApp, useDesign } from '../../store/hooks.ts';
import { withRecent } from '../../store/settings.ts';
import { CheckIcon, FileIcon, PlusIcon, RightIcon } from '../../ui/glyphs.tsx';
import classes from './palette-dialog.module.css';
import { type PaletteEntry, paletteGroups } from './palette-items.ts';
import { type SearchItem, SearchList } from './search-list.tsx';

const rememberedCommands = 5;

type Item = SearchItem & { readonly entry: PaletteEntry };

/** Everything that can be asked for, by typing: commands, nodes, services to add, templates. */
const PaletteDialog = () => {
  const app = useApp();
  const design = useDesign();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const groups = useMemo(() => {
    const { settings } = app.state;
    const canEdit = isEditable(app);
    return paletteGroups(typed, {
      commands: commands.filter(
        // Adding a service stands in a group of its own, with its icon.
        ({ id, when }) =>
          id !== 'view.palette' && !id.startsWith('insert.add-') && (when?.(app) ?? true),
      ),
      recent: settings.recentCommands,
      nodes: design.nodes,
      services: canEdit
        ? services.filter(({ preview }) => settings.previews || preview !== true)
        : [],
      templates,
      titleOf: (kind) => serviceOf(kind)?.title ?? kind,
    }).map(({ title, entries }) => ({ title, items: entries.map((entry) => itemOf(app, entry)) }));
  }, [app, typed, design]);
  return (
    <Modal
      opened
      onClose={() => app.openDialog(undefined)}
      withCloseButton={false}
      size="38rem"
      yOffset="12vh"
      padding={0}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
      attributes={{ content: { 'aria-label': 'Command palette' } }}
    >
      <SearchList
        label="Command palette"
        placeholder="Type a command, a node, or a service to add"
        typed={typed}
        onType={(next) => {
          setTyped(next);
          setChosen(0);
        }}
        groups={groups}
        chosen={chosen}
        onMove={setChosen}
        onChoose={({ entry }) => {
          app.openDialog(undefined);
          choose(app, entry);
        }}
        empty={`Nothing is called “${typed}”. Try the name of a service, such as “queue”.`}
      />
    </Modal>
  );
};

const itemOf = (app: App, entry: PaletteEntry): Item => {
  const base = { id: entry.id, entry };
  switch (entry.kind) {
    case 'command': {
      const { title, group, keys, checked } = entry.command;
      return {
        ...base,
        title,
        line: menuTitles[group],
        icon: checked?.(app) ? <CheckIcon /> : <RightIcon />,
        keys: keys?.[0] === undefined ? undefined : showKeys(keys[0], app.state.host.platform),
      };
    }
    case 'node': {
      const service = serviceOf(entry.node.kind);
      return {
        ...base,
        title: entry.node.name,
        line: service?.title ?? entry.node.kind,
        icon: (service && iconAddress(service.icon)) ?? <RightIcon />,
      };
    }
    case 'service':
      return {
        ...base,
        title: `Add ${entry.service.title}`,
        icon: iconAddress(entry.service.icon) ?? <PlusIcon />,
      };
    case 'template':
      return {
        ...base,
        title: entry.template.name,
        line: entry.template.description,
        icon: <FileIcon />,
      };
  }
};

const choose = (app: App, entry: PaletteEntry): void => {
  switch (entry.kind) {
    case 'command':
      app.setSettings({
        recentCommands: withRecent(
          app.state.settings.recentCommands,
          entry.command.id,
          rememberedCommands,
        ),
      });
      runCommand(app, entry.command);
      return;
    case 'node':
      app.select([entry.node.id]);
      app.focus({ kind: 'ids', ids: [entry.node.id] });
      return;
    case 'service':
      addServiceHere(app, entry.service.kind);
      return;
    case 'template': {
      const template = templates.find(({ id }) => id === entry.template.id);
      if (template)
        void template.load().then((text) => leaving(app, () => openTemplate(app, text)));
    }
  }
};

export default PaletteDialog;
