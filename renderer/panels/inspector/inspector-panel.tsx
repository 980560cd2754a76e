import { useChosen, useConnection, useNode, useSelection } from '../../store/hooks.ts';
import { ConnectionInspector } from './connection-inspector.tsx';
import { DesignSettings } from './design/design-settings.tsx';
import classes from './inspector.module.css';
import { ManyInspector } from './many/many-inspector.tsx';
import { NodeInspector } from './node-inspector.tsx';

/** Everything about what is chosen; about the design itself while nothing is. */
export const InspectorPanel = () => {
  const chosen = useChosen();
  const { size } = useSelection();
  const node = useNode(chosen);
  const connection = useConnection(chosen);
  return (
    <section
      className={classes.panel}
      aria-label="Inspector"
      onKeyDown={(event) => {
        // Escape closes the menu of a field; what is chosen stays chosen. Menus come here although they are drawn elsewhere.
        const { target } = event;
        if (event.key === 'Escape' && target instanceof Element && target.closest('[role="menu"]'))
          event.preventDefault();
      }}
    >
      {node ? (
        <NodeInspector key={node.id} node={node} />
      ) : connection ? (
        <ConnectionInspector key={connection.id} connection={connection} />
      ) : size > 1 ? (
        <ManyInspector />
      ) : (
        <DesignSettings />
      )}
    </section>
  );
};
