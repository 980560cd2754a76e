import { useMemo } from 'react';
import type { Subject } from '../../../../shared/graph/graph.ts';
import { isNode } from '../../../../shared/graph/property-values.ts';
import { useApp, useDesign } from '../../../store/hooks.ts';
import rows from '../rows.module.css';
import { nodePermissions, type PermissionRow, permissionRows } from './permission-rows.ts';
import classes from './permissions.module.css';

/** Who may do what to which resource, and because of which connection; action by action. */
export const PermissionList = ({ owner }: { readonly owner: Subject }) => {
  const app = useApp();
  // Settings of the other ends, such as a stage, are part of what is allowed.
  const design = useDesign();
  const parts = useMemo(() => {
    void design;
    if (!isNode(owner)) {
      const connection = app.graph.connection(owner.id);
      return [{ title: '', list: connection ? permissionRows(app.graph, connection) : [] }];
    }
    const node = app.graph.node(owner.id);
    const { own, others } = node ? nodePermissions(app.graph, node) : { own: [], others: [] };
    return [
      { title: `What ${owner.name} may do`, list: own },
      { title: 'What others may do because of it', list: others },
    ];
  }, [app, design, owner]);
  const shown = parts.filter(({ list }) => list.length > 0);
  if (shown.length === 0)
    return (
      <div className={rows.section}>
        <p className={rows.empty}>
          {isNode(owner)
            ? `No connection of ${owner.name} needs a permission yet. Isobar writes exactly those that connections need, and no more.`
            : 'This connection needs no permission: AWS asks for none here.'}
        </p>
      </div>
    );
  return shown.map(({ title, list }) => (
    <section key={title} className={rows.section}>
      {title !== '' && <h3 className={rows.heading}>{title}</h3>}
      {list.map((row) => (
        <Permission key={row.key} row={row} hasLink={isNode(owner)} />
      ))}
    </section>
  ));
};

const Permission = ({
  row,
  hasLink,
}: {
  readonly row: PermissionRow;
  readonly hasLink: boolean;
}) => {
  const app = useApp();
  const { connection } = row;
  const from = app.graph.source(connection)?.name ?? connection.from;
  const to = app.graph.target(connection)?.name ?? connection.to;
  return (
    <article className={classes.permission} data-open={row.isWritten ? undefined : true}>
      <p className={classes.who}>
        <strong>{row.who}</strong> may
      </p>
      <ul className={classes.actions}>
        {row.actions.map(({ action, words }) => (
          <li key={action}>
            <span>{words}</span>
            <code>{action}</code>
          </li>
        ))}
      </ul>
      <p className={classes.on}>
        on{' '}
        {row.resources.map((resource, index) => (
          <span key={resource}>
            {index > 0 && ', '}
            <code>{resource}</code>
          </span>
        ))}
      </p>
      <p className={classes.where}>
        {row.where}
        {hasLink && (
          <>
            {', because of '}
            <button type="button" onClick={() => app.select([connection.id])}>
              {from} → {to}
            </button>
          </>
        )}
      </p>
    </article>
  );
};
