import { useMemo } from 'react';
import { connectionOf, serviceOf } from '../../../../shared/catalog/catalog.ts';
import { labelOf } from '../../../../shared/catalog/connection-label.ts';
import type { Connection, Node } from '../../../../shared/model/design.ts';
import { deleteItems } from '../../../../shared/model/edits/index.ts';
import { iconAddress } from '../../../assets/icons.ts';
import { useApp, useDesign, useIsReadOnly, useWorst } from '../../../store/hooks.ts';
import { IconButton } from '../../../ui/fields/field.tsx';
import { AddSign, RemoveSign } from '../../../ui/fields/signs.tsx';
import classes from '../rows.module.css';
import { DeliveryLine, deliveryWords } from './delivery.tsx';
import { references } from './references.ts';

/** All connections of a node, by direction. */
export const ConnectionList = ({ node }: { readonly node: Node }) => {
  const app = useApp();
  const { connections } = useDesign();
  const isReadOnly = useIsReadOnly();
  const [incoming, outgoing] = useMemo(
    () => [
      connections.filter(({ to }) => to === node.id),
      connections.filter(({ from }) => from === node.id),
    ],
    [connections, node.id],
  );
  const add = !isReadOnly && (
    <button
      type="button"
      className={classes.action}
      onClick={() => {
        app.setView({ connectingFrom: node.id });
        app.canvas?.takeKeyboard();
      }}
    >
      <AddSign />
      Connect to…
    </button>
  );
  if (incoming.length + outgoing.length === 0)
    return (
      <div className={classes.section}>
        <p className={classes.empty}>
          Nothing is connected to {node.name} yet. Drag from its edge to another node, or start here
          and choose the target.
        </p>
        {add}
      </div>
    );
  return (
    <>
      <Direction title="Comes in" connections={incoming} end="from" isReadOnly={isReadOnly} />
      <Direction title="Goes out" connections={outgoing} end="to" isReadOnly={isReadOnly} />
      <div className={classes.section}>{add}</div>
    </>
  );
};

const Direction = ({
  title,
  connections,
  end,
  isReadOnly,
}: {
  readonly title: string;
  readonly connections: readonly Connection[];
  readonly end: 'from' | 'to';
  readonly isReadOnly: boolean;
}) =>
  connections.length === 0 ? null : (
    <section className={classes.section}>
      <h3 className={classes.heading}>
        {title} ({connections.length})
      </h3>
      <ul className={classes.list}>
        {connections.map((connection) => (
          <ConnectionRow
            key={connection.id}
            connection={connection}
            end={end}
            isReadOnly={isReadOnly}
          />
        ))}
      </ul>
    </section>
  );

const ConnectionRow = ({
  connection,
  end,
  isReadOnly,
}: {
  readonly connection: Connection;
  readonly end: 'from' | 'to';
  readonly isReadOnly: boolean;
}) => {
  const app = useApp();
  const worst = useWorst(connection.id);
  const other = app.graph.node(connection[end]);
  const definition = connectionOf(connection.type);
  const name = other?.name ?? connection[end];
  const label = definition ? labelOf(app.graph, connection).text : connection.type;
  return (
    <li className={classes.item}>
      <button type="button" className={classes.row} onClick={() => app.select([connection.id])}>
        <img src={iconAddress(serviceOf(other?.kind ?? '')?.icon ?? '')} alt="" />
        <span>
          <span className={classes.name}>{name}</span>
          <span className={classes.detail}>
            {definition && <DeliveryLine delivery={definition.delivery} />}
            <span>
              {label}
              {definition && ` · ${deliveryWords[definition.delivery]}`}
            </span>
            {worst !== undefined && (
              <>
                <i className={classes.worst} data-severity={worst} />
                <span className={classes.hidden}>has a finding: {worst}</span>
              </>
            )}
          </span>
        </span>
      </button>
      {!isReadOnly && (
        <IconButton
          name={`Remove the connection ${end === 'to' ? 'to' : 'from'} ${name}`}
          onClick={() =>
            app.edit(
              `Remove the connection ${end === 'to' ? 'to' : 'from'} "${name}"`,
              deleteItems([connection.id], references),
            )
          }
        >
          <RemoveSign />
        </IconButton>
      )}
    </li>
  );
};
