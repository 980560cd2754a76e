import { Kbd } from '@mantine/core';
import { serviceOf } from '../../shared/catalog/catalog.ts';
import { iconAddress } from '../assets/icons.ts';
import { commandOf } from '../commands/index.ts';
import { runCommand } from '../commands/run.ts';
import { useApp, useIsReadOnly } from '../store/hooks.ts';
import { useCanvas } from './canvas-store.ts';
import classes from './empty-canvas.module.css';
import { drawStartingPoint, type StartingPoint, startingPoints } from './starting-points.ts';

/** What to do with an empty canvas: said, and three first steps that one click takes. */
export const EmptyCanvas = () => {
  const app = useApp();
  const isEmpty = useCanvas(({ scene }) => scene.boxes.length === 0);
  const isReadOnly = useIsReadOnly();
  if (!isEmpty) return null;
  if (isReadOnly)
    return (
      <div className={classes.hint}>
        <p className={classes.title}>This design is empty.</p>
      </div>
    );
  const draw = (point: StartingPoint): void => {
    const seen = app.canvas?.visible() ?? { x: 0, y: 0, width: 800, height: 500 };
    const middle = { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
    const edit = drawStartingPoint(point, middle, app.state.settings.runtime);
    app.edit(`Start with ${point.title.toLowerCase()}`, edit);
    app.focus({ kind: 'fit' });
  };
  const templates = commandOf('view.templates');
  return (
    <div className={classes.hint}>
      <p className={classes.title}>
        Drag a service here, or press <Kbd>/</Kbd> to search
      </p>
      <p className={classes.or}>Or start with</p>
      <div className={classes.points}>
        {startingPoints.map((point) => (
          <button
            key={point.title}
            type="button"
            className={classes.point}
            onClick={() => draw(point)}
          >
            <span className={classes.icons} aria-hidden="true">
              {point.nodes.map(({ kind }) => (
                <img key={kind} src={iconAddress(serviceOf(kind)?.icon ?? '')} alt="" />
              ))}
            </span>
            <span className={classes.pointTitle}>{point.title}</span>
            <span className={classes.says}>{point.says}</span>
          </button>
        ))}
      </div>
      {templates && (
        <button type="button" className={classes.link} onClick={() => runCommand(app, templates)}>
          Look at all templates
        </button>
      )}
    </div>
  );
};
