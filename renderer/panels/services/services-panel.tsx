import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { categories } from '../../../shared/catalog/appearance.ts';
import { services } from '../../../shared/catalog/catalog.ts';
import type { Category, ServiceDefinition } from '../../../shared/catalog/service.ts';
import { iconAddress } from '../../assets/icons.ts';
import { draggedKind } from '../../commands/add-service.ts';
import { useSetting } from '../../store/hooks.ts';
import classes from './services-panel.module.css';

/** Every kind there is, by category: drag one onto the canvas, or click to add it. */
export const ServicesPanel = () => {
  const [typed, setTyped] = useState('');
  const previews = useSetting('previews');
  const groups = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    const shown = services.filter(
      ({ title, kind, preview }) =>
        (previews || preview !== true) && `${title} ${kind}`.toLowerCase().includes(wanted),
    );
    return (Object.keys(categories) as Category[]).flatMap((category) => {
      const members = shown.filter((service) => service.category === category);
      return members.length === 0 ? [] : [{ category, members }];
    });
  }, [typed, previews]);
  return (
    <div className={classes.panel}>
      <TextInput
        className={classes.search ?? ''}
        size="xs"
        placeholder="Search services"
        aria-label="Search services"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {groups.map(({ category, members }) => (
        <section key={category}>
          <h2 className={classes.heading}>{categories[category].title}</h2>
          {members.map((service) => (
            <ServiceRow key={service.kind} service={service} />
          ))}
        </section>
      ))}
    </div>
  );
};

const ServiceRow = ({ service }: { readonly service: ServiceDefinition }) => (
  <button
    type="button"
    className={classes.row}
    draggable
    title={service.explain}
    onDragStart={(event) => event.dataTransfer.setData(draggedKind, service.kind)}
  >
    <img src={iconAddress(service.icon)} alt="" draggable={false} />
    <span>{service.title}</span>
  </button>
);
