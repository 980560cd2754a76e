import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { services } from '../../../shared/catalog/catalog.ts';
import { addServiceHere } from '../../commands/add-service.ts';
import { useApp, useIsReadOnly, useSetting } from '../../store/hooks.ts';
import { ChevronIcon } from '../../ui/glyphs.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { type ServiceGroup, serviceGroups } from './service-groups.ts';
import { ServiceRow } from './service-row.tsx';
import classes from './services-panel.module.css';

/** Every kind there is, by category: drag one onto the canvas, or click to add it. */
export const ServicesPanel = () => {
  const app = useApp();
  const isReadOnly = useIsReadOnly();
  const previews = useSetting('previews');
  const recentKinds = useSetting('recentKinds');
  const [typed, setTyped] = useState('');
  const panel = useRef<HTMLDivElement>(null);
  const groups = useMemo(
    () =>
      serviceGroups(
        typed,
        services.filter(({ preview }) => previews || preview !== true),
        recentKinds,
      ),
    [typed, previews, recentKinds],
  );
  /** Arrows walk the rows, so that nobody has to press Tab thirty times. */
  const walk = (event: KeyboardEvent): void => {
    const rows = [...(panel.current?.querySelectorAll<HTMLElement>('[data-service]') ?? [])];
    const at = rows.indexOf(event.target as HTMLElement);
    const last = rows.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    const isField = event.target instanceof HTMLInputElement;
    if (to === undefined || (isField && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (to < 0) panel.current?.querySelector('input')?.focus();
    else rows[Math.min(to, last)]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows of the rows and the field in it arrive here.
    <div className={classes.panel} ref={panel} onKeyDown={walk}>
      <div className={classes.search}>
        <SearchField
          label="Search services"
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            const first = groups[0]?.members[0];
            if (event.key === 'Enter' && typed.trim() !== '' && first && !isReadOnly)
              addServiceHere(app, first.kind);
            if (event.key === 'Escape' && typed !== '') {
              event.preventDefault();
              setTyped('');
            }
          }}
        />
      </div>
      {isReadOnly && <p className={classes.note}>This design is read-only.</p>}
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
      {groups.length === 0 && (
        <p className={classes.note}>
          No service answers to “{typed}”. Try what it does, such as “queue”, “login” or “cron”.
        </p>
      )}
    </div>
  );
};

const Group = ({ group: { id, title, members } }: { readonly group: ServiceGroup }) => {
  const app = useApp();
  const folded = useSetting('foldedCategories');
  const isFolded = folded.includes(id);
  const toggle = (): void =>
    app.setSettings({
      foldedCategories: isFolded ? folded.filter((other) => other !== id) : [...folded, id],
    });
  return (
    <section aria-label={title}>
      <h3 className={classes.heading}>
        <button type="button" aria-expanded={!isFolded} onClick={toggle}>
          <ChevronIcon />
          {title}
          {isFolded && <span className={classes.count}>{members.length}</span>}
        </button>
      </h3>
      {!isFolded && members.map((service) => <ServiceRow key={service.kind} service={service} />)}
    </section>
  );
};
