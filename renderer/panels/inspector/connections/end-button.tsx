import { serviceOf } from '../../../../shared/catalog/catalog.ts';
import type { Node } from '../../../../shared/model/design.ts';
import { iconAddress } from '../../../assets/icons.ts';
import { useApp } from '../../../store/hooks.ts';
import classes from './connection.module.css';

/** One end of a connection; choosing it goes there. */
export const EndButton = ({
  node,
  id,
}: {
  readonly node: Node | undefined;
  readonly id: string;
}) => {
  const app = useApp();
  return (
    <button
      type="button"
      className={classes.end}
      disabled={node === undefined}
      title={node ? `Select ${node.name}` : `${id} is not in the design`}
      onClick={() => app.select([id])}
    >
      {node && <img src={iconAddress(serviceOf(node.kind)?.icon ?? '')} alt="" />}
      <span>{node?.name ?? id}</span>
    </button>
  );
};
