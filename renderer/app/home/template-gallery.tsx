import { useState } from 'react';
import { type Template, templateGroups, templatesLike } from '../../assets/template-list.ts';
import { useApp } from '../../store/hooks.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { loadCore } from '../load-core.ts';
import { DesignCard } from './design-card.tsx';
import homeClasses from './home.module.css';
import classes from './template-gallery.module.css';

/** The templates in their groups; one group alone, or what answers to a search, when that is asked for. */
export const TemplateGallery = () => {
  const [typed, setTyped] = useState('');
  const [only, setOnly] = useState<string>();
  const found = templatesLike(typed).filter(({ group }) => only === undefined || group === only);
  const isSearching = typed.trim() !== '';
  return (
    <section aria-labelledby="home-templates">
      <div className={classes.head}>
        <h2 id="home-templates" className={homeClasses.heading}>
          Start from a template
        </h2>
        <SearchField
          className={classes.search ?? ''}
          label="Search templates"
          value={typed}
          onChange={setTyped}
        />
      </div>
      <fieldset className={classes.groups}>
        <legend className={classes.legend}>Groups of templates</legend>
        {[undefined, ...templateGroups].map((group) => (
          <button
            key={group ?? ''}
            type="button"
            aria-pressed={only === group}
            onClick={() => setOnly(group)}
          >
            {group ?? 'All'}
          </button>
        ))}
      </fieldset>
      {found.length === 0 && (
        <p className={classes.empty} role="status">
          No template answers to “{typed}”.
        </p>
      )}
      {isSearching || only !== undefined ? (
        <Cards of={found} />
      ) : (
        templateGroups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className={classes.group}>{group}</h3>
            <Cards of={found.filter((template) => template.group === group)} />
          </section>
        ))
      )}
    </section>
  );
};

const Cards = ({ of }: { readonly of: readonly Template[] }) => (
  <ul className={homeClasses.cards}>
    {of.map((template) => (
      <li key={template.id}>
        <TemplateCard template={template} />
      </li>
    ))}
  </ul>
);

const TemplateCard = ({ template }: { readonly template: Template }) => {
  const app = useApp();
  const [isOpening, setOpening] = useState(false);
  const open = async (): Promise<void> => {
    setOpening(true);
    const [core, text] = await Promise.all([loadCore(app), template.load()]);
    core.openTemplate(app, text);
  };
  return (
    <DesignCard
      picture={template}
      title={template.name}
      line={template.description}
      isBusy={isOpening}
      onClick={open}
    />
  );
};
