import { connectionOf, serviceOf } from '../../../../shared/catalog/catalog.ts';
import { labelOf } from '../../../../shared/catalog/connection-label.ts';
import { turnsOf } from '../../../../shared/connecting/edits.ts';
import type { Connection } from '../../../../shared/model/design.ts';
import { deleteItems } from '../../../../shared/model/edits/index.ts';
import { iconAddress } from '../../../assets/icons.ts';
import { turnRound } from '../../../commands/connect.ts';
import { useApp, useDesign, useIsReadOnly, useNode } from '../../../store/hooks.ts';
import { RemoveSign } from '../../../ui/fields/signs.tsx';
import classes from '../rows.module.css';
import { DeliveryLine } from './delivery.tsx';
import { references } from './references.ts';

/** Where a connection starts and ends, what else joins the same two, and what can be done to it. */
export const ConnectionEnds = ({ connection }: { readonly connection: Connection }) => {
  const app = useApp();
  const design = useDesign();
  const isReadOnly = useIsReadOnly();
  const [from, to] = [useNode(connection.from), useNode(connection.to)];
  const siblings = design.connections.filter(
    ({ id, from: a, to: b }) =>
      id !== connection.id &&
      ((a === connection.from && b === connection.to) ||
        (a === connection.to && b === connection.from)),
  );
  const [back] = turnsOf(design, connection);
  return (
    <>
      <section className={classes.section}>
        <h3 className={classes.heading}>Ends</h3>
        <ul className={classes.list}>
          {[
            { word: 'starts at', id: connection.from, node: from },
            { word: 'ends at', id: connection.to, node: to },
          ].map(({ word, id, node }) => (
            <li key={word} className={classes.item}>
              <button
                type="button"
                className={classes.row}
                disabled={node === undefined}
                onClick={() => app.select([id])}
              >
                <img src={iconAddress(serviceOf(node?.kind ?? '')?.icon ?? '')} alt="" />
                <span>
                  <span className={classes.name}>{node?.name ?? id}</span>
                  <span className={classes.detail}>
                    {word} {node ? (serviceOf(node.kind)?.title ?? node.kind) : 'what is not there'}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {siblings.length > 0 && (
        <section className={classes.section}>
          <h3 className={classes.heading}>Between the same two ({siblings.length})</h3>
          <ul className={classes.list}>
            {siblings.map((sibling) => {
              const definition = connectionOf(sibling.type);
              return (
                <li key={sibling.id} className={classes.item}>
                  <button
                    type="button"
                    className={classes.row}
                    onClick={() => app.select([sibling.id])}
                  >
                    {definition ? <DeliveryLine delivery={definition.delivery} /> : <span />}
                    <span>
                      <span className={classes.name}>
                        {definition ? labelOf(app.graph, sibling).text : sibling.type}
                      </span>
                      <span className={classes.detail}>{definition?.label ?? 'unknown type'}</span>
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {!isReadOnly && (
        <section className={classes.section} data-actions>
          {back && (
            <button
              type="button"
              className={classes.action}
              onClick={() => turnRound(app, connection, back)}
            >
              Reverse: {to?.name} → {from?.name}
            </button>
          )}{' '}
          <button
            type="button"
            className={classes.action}
            onClick={() =>
              app.edit('Remove a connection', deleteItems([connection.id], references))
            }
          >
            <RemoveSign />
            Remove this connection
          </button>
        </section>
      )}
    </>
  );
};
