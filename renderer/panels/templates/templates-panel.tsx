import { Button, useComputedColorScheme } from '@mantine/core';
import { useState } from 'react';
import { type Template, templateGroups, templatesLike } from '../../assets/template-list.ts';
import { insertTemplate, leaving, openTemplate } from '../../commands/documents.ts';
import { useApp, useIsReadOnly } from '../../store/hooks.ts';
import { InsertIcon } from '../../ui/glyphs.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import classes from './templates-panel.module.css';

/** Designs to start from: opened as a new design, or added to this one. */
export const TemplatesPanel = () => {
  const [typed, setTyped] = useState('');
  const found = templatesLike(typed);
  return (
    <div className={classes.panel}>
      <SearchField label="Search templates" value={typed} onChange={setTyped} />
      {found.length === 0 && <p className={classes.empty}>No template answers to “{typed}”.</p>}
      {typed.trim() !== '' ? (
        <Cards of={found} />
      ) : (
        templateGroups.map((group) => (
          <section key={group} aria-label={group}>
            <p className={classes.group}>{group}</p>
            <Cards of={found.filter((template) => template.group === group)} />
          </section>
        ))
      )}
    </div>
  );
};

const Cards = ({ of }: { readonly of: readonly Template[] }) => (
  <ul className={classes.list}>
    {of.map((template) => (
      <li key={template.id}>
        <TemplateCard template={template} />
      </li>
    ))}
  </ul>
);

const TemplateCard = ({ template }: { readonly template: Template }) => {
  const app = useApp();
  const isReadOnly = useIsReadOnly();
  const scheme = useComputedColorScheme('light');
  const { name, description, width, height, load } = template;
  const tell = (error: unknown): void =>
    app.notify({ tone: 'error', text: `${name} cannot be read: ${String(error)}` });
  return (
    <article className={classes.card} aria-label={name}>
      <div className={classes.picture}>
        <img
          src={template[scheme]}
          data-wide={width > 5 * height || undefined}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
        />
      </div>
      <h3 className={classes.name}>{name}</h3>
      <p className={classes.line}>{description}</p>
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="light"
          aria-label={`Open ${name} as a new design`}
          onClick={() => load().then((text) => leaving(app, () => openTemplate(app, text)), tell)}
        >
          Open
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<InsertIcon />}
          disabled={isReadOnly}
          aria-label={`Insert ${name} into this design`}
          onClick={() => load().then((text) => insertTemplate(app, text), tell)}
        >
          Insert here
        </Button>
      </div>
    </article>
  );
};
