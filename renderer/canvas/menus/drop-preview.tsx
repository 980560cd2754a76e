import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { type RefObject, useEffect, useState } from 'react';
import { serviceOf } from '../../../shared/catalog/catalog.ts';
import { iconAddress } from '../../assets/icons.ts';
import { type Landing, landingAt } from '../../commands/add-service.ts';
import { newSizeOf } from '../../commands/placement.ts';
import { useApp, useView } from '../../store/hooks.ts';
import { useCanvas } from '../canvas-store.ts';
import classes from './drop-preview.module.css';

/** While a service is dragged from the palette: where it would stand, and the container that would take it. */
export const DropPreview = ({
  surface,
}: {
  readonly surface: RefObject<HTMLDivElement | null>;
}) => {
  const app = useApp();
  const kind = useView('draggedKind');
  const flow = useReactFlow();
  const byId = useCanvas(({ scene }) => scene.byId);
  const [landing, setLanding] = useState<Landing>();

  useEffect(() => {
    const pane = surface.current?.parentElement;
    if (!pane || kind === undefined) return;
    let last = '';
    const onOver = (event: DragEvent): void => {
      const design = app.state.document?.design;
      // A drag tells where it is many times a second, whether it moves or not.
      const here = `${event.clientX} ${event.clientY}`;
      if (!design || here === last) return;
      last = here;
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      setLanding(landingAt(design, kind, at));
    };
    const onLeave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node) || !pane.contains(event.relatedTarget))
        setLanding(undefined);
    };
    pane.addEventListener('dragover', onOver);
    pane.addEventListener('dragleave', onLeave);
    return () => {
      pane.removeEventListener('dragover', onOver);
      pane.removeEventListener('dragleave', onLeave);
      setLanding(undefined);
    };
  }, [app, flow, kind, surface]);

  const service = kind === undefined ? undefined : serviceOf(kind);
  if (!service || !landing) return null;
  const holder = landing.parent === undefined ? undefined : byId.get(landing.parent);
  const size = newSizeOf(service.kind);
  const zoom = flow.getZoom();
  return (
    <ViewportPortal>
      {holder && (
        <div
          className={classes.holder}
          style={{
            transform: `translate(${holder.x}px, ${holder.y}px)`,
            width: holder.width,
            height: holder.height,
            borderWidth: 2 / zoom,
          }}
        />
      )}
      <div
        className={classes.ghost}
        style={{
          transform: `translate(${landing.corner.x}px, ${landing.corner.y}px)`,
          width: size.width,
          height: size.height,
          borderWidth: 1.5 / zoom,
        }}
      >
        <img src={iconAddress(service.icon)} alt="" />
        <span>{service.title}</span>
      </div>
      {landing.why !== undefined && (
        <p
          className={classes.why}
          style={{
            // As large as all text of the window, however far one is zoomed out.
            transform: `translate(${landing.corner.x}px, ${landing.corner.y + size.height + 8}px) scale(${1 / zoom})`,
          }}
        >
          {landing.why}
        </p>
      )}
    </ViewportPortal>
  );
};
