import { useMemo } from 'react';
import { connectionOf, serviceOf } from '../../../../shared/catalog/catalog.ts';
import { iconAddress } from '../../../assets/icons.ts';
import { arrangeCommands } from '../../../commands/arrange.ts';
import { showKeys } from '../../../commands/keys.ts';
import { runCommand } from '../../../commands/run.ts';
import { useApp, useDesign, useIsReadOnly, useSelection } from '../../../store/hooks.ts';
import { countsOf, kindCounts } from '../design/counts.ts';
import { PropertyForm } from '../form/property-form.tsx';
import { PlainHead } from '../head.tsx';
import inspector from '../inspector.module.css';
import rows from '../rows.module.css';
import classes from './many.module.css';

/** What can be done to several at once: their common settings when they are of one kind, and their places. */
export const ManyInspector = () => {
  const app = useApp();
  const design = useDesign();
  const selection = useSelection();
  const isReadOnly = useIsReadOnly();
  const { nodes, connections } = useMemo(
    () => ({
      nodes: design.nodes.filter(({ id }) => selection.has(id)),
      connections: design.connections.filter(({ id }) => selection.has(id)),
    }),
    [design, selection],
  );
  // A connection between chosen nodes is chosen along with them; it does not stand in the way of their settings.
  const owners = nodes.length > 0 ? nodes : connections;
  const kinds = kindCounts(nodes);
  const types = new Set(connections.map(({ type }) => type));
  const isAlike = nodes.length > 0 ? kinds.length === 1 && nodes.length > 1 : types.size === 1;
  const [type = ''] = types;
  const title =
    nodes.length > 0
      ? isAlike
        ? `${nodes.length} × ${kinds[0]?.title ?? ''}`
        : `${nodes.length} nodes`
      : `${connections.length} connections`;
  const detail =
    nodes.length > 0
      ? connections.length > 0
        ? countsOf({ nodes, connections })
        : undefined
      : isAlike
        ? connectionOf(type)?.label
        : undefined;
  return (
    <div className={inspector.scroll}>
      <PlainHead title={title} detail={detail} />
      {!isReadOnly && nodes.length > 1 && <Arrange />}
      {isAlike ? (
        <>
          <p className={classes.note}>
            What is set here is set for all {owners.length}, in one step.
          </p>
          <PropertyForm key={owners.map(({ id }) => id).join(' ')} owners={owners} />
        </>
      ) : (
        kinds.length > 0 && (
          <section className={rows.section}>
            <h3 className={rows.heading}>Chosen</h3>
            <ul className={rows.list}>
              {kinds.map(({ kind, title: name, count }) => (
                <li key={kind} className={rows.item}>
                  <button
                    type="button"
                    className={rows.row}
                    title={`Choose only these ${count}`}
                    onClick={() =>
                      app.select(nodes.filter((node) => node.kind === kind).map(({ id }) => id))
                    }
                  >
                    <img src={iconAddress(serviceOf(kind)?.icon ?? '')} alt="" />
                    <span className={rows.name}>
                      {count} × {name}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      )}
    </div>
  );
};

/** The commands that place nodes, as buttons; those that make no sense now are greyed. */
const Arrange = () => {
  const app = useApp();
  const { platform } = app.state.host;
  const shown = arrangeCommands.filter(
    ({ hidden, id }) => hidden !== true && id !== 'arrange.layout-all',
  );
  return (
    <section className={rows.section}>
      <h3 className={rows.heading}>Arrange</h3>
      <div className={classes.buttons}>
        {shown
          .filter(({ when }) => when?.(app) ?? true)
          .map((command) => (
            <button
              key={command.id}
              type="button"
              className={rows.action}
              title={
                command.keys?.[0] === undefined ? undefined : showKeys(command.keys[0], platform)
              }
              onClick={() => runCommand(app, command)}
            >
              {command.title}
            </button>
          ))}
      </div>
    </section>
  );
};
