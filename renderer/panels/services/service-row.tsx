import { Tooltip } from '@mantine/core';
import { memo } from 'react';
import type { ServiceDefinition } from '../../../shared/catalog/service.ts';
import { iconAddress } from '../../assets/icons.ts';
import { addServiceHere, draggedKind } from '../../commands/add-service.ts';
import { useApp, useIsReadOnly } from '../../store/hooks.ts';
import classes from './services-panel.module.css';

/** What a service is for, beside its row. */
const Explanation = ({ service }: { readonly service: ServiceDefinition }) => (
  <div className={classes.explanation}>
    <strong>{service.title}</strong>
    <p>{service.explain}</p>
    {service.cost !== undefined && <p className={classes.quiet}>You pay for: {service.cost}</p>}
  </div>
);

/** One kind: dragged onto the canvas, or clicked to add it where there is room. */
export const ServiceRow = memo(({ service }: { readonly service: ServiceDefinition }) => {
  const app = useApp();
  const isReadOnly = useIsReadOnly();
  return (
    <Tooltip
      label={<Explanation service={service} />}
      classNames={{ tooltip: classes.tooltip ?? '' }}
      position="right-start"
      multiline
      w="20rem"
      openDelay={550}
      events={{ hover: true, focus: true, touch: false }}
    >
      <button
        type="button"
        className={classes.row}
        data-service={service.kind}
        draggable={!isReadOnly}
        aria-disabled={isReadOnly || undefined}
        onDragStart={(event) => {
          event.dataTransfer.setData(draggedKind, service.kind);
          event.dataTransfer.effectAllowed = 'copy';
          app.setView({ draggedKind: service.kind });
        }}
        onDragEnd={() => app.setView({ draggedKind: undefined })}
        onClick={() => {
          if (!isReadOnly) addServiceHere(app, service.kind);
        }}
      >
        <img src={iconAddress(service.icon)} alt="" draggable={false} />
        <span>{service.title}</span>
        {service.preview === true && <span className={classes.preview}>Preview</span>}
      </button>
    </Tooltip>
  );
});
