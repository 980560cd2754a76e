import { useMemo } from 'react';
import { serviceOf } from '../../../shared/catalog/catalog.ts';
import type { Node } from '../../../shared/model/design.ts';
import { rename } from '../../../shared/model/edits/index.ts';
import { iconAddress } from '../../assets/icons.ts';
import { useApp, useDesign, useIsReadOnly } from '../../store/hooks.ts';
import { NodeCode } from './code/node-code.tsx';
import { ConnectionList } from './connections/connection-list.tsx';
import { ExplainNode } from './explain/explain-node.tsx';
import { PropertyForm } from './form/property-form.tsx';
import { Head } from './head.tsx';
import { InspectorTabs } from './inspector-tabs.tsx';
import { PermissionList } from './permissions/permission-list.tsx';

/** What can be seen and set of one node. */
export const NodeInspector = ({ node }: { readonly node: Node }) => {
  const app = useApp();
  // The region follows from the containers around it.
  const design = useDesign();
  const isReadOnly = useIsReadOnly();
  const service = serviceOf(node.kind);
  const owners = useMemo(() => [node], [node]);
  const isPlaced = service?.placement.scope === 'regional' || service?.placement.scope === 'zonal';
  const where = useMemo(() => {
    void design;
    return isPlaced && app.graph.node(node.id) ? app.graph.region(node) : undefined;
  }, [app, design, isPlaced, node]);
  return (
    <InspectorTabs
      head={
        <Head
          id={node.id}
          icon={iconAddress(service?.icon ?? '')}
          title={service?.title ?? `Unknown kind ${node.kind}`}
          place={where}
          name={node.name}
          isReadOnly={isReadOnly}
          onRename={(name) =>
            app.edit(`Rename "${node.name}"`, rename(node.id, name), {
              mergeKey: `${node.id} name`,
            })
          }
        />
      }
    >
      {(tab) => {
        switch (tab) {
          case 'properties':
            return <PropertyForm owners={owners} />;
          case 'connections':
            return <ConnectionList node={node} />;
          case 'permissions':
            return <PermissionList owner={node} />;
          case 'explain':
            return <ExplainNode node={node} />;
          case 'code':
            return <NodeCode owner={node} />;
          default:
            return tab satisfies never;
        }
      }}
    </InspectorTabs>
  );
};
