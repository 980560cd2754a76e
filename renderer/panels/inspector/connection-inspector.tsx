import { useMemo } from 'react';
import type { Connection } from '../../../shared/model/design.ts';
import { NodeCode } from './code/node-code.tsx';
import { ConnectionEnds } from './connections/connection-ends.tsx';
import { ConnectionHead } from './connections/connection-head.tsx';
import { ExplainConnection } from './explain/explain-connection.tsx';
import { PropertyForm } from './form/property-form.tsx';
import { InspectorTabs } from './inspector-tabs.tsx';
import { PermissionList } from './permissions/permission-list.tsx';

/** What can be seen and set of one connection. */
export const ConnectionInspector = ({ connection }: { readonly connection: Connection }) => {
  const owners = useMemo(() => [connection], [connection]);
  return (
    <InspectorTabs head={<ConnectionHead connection={connection} />}>
      {(tab) => {
        switch (tab) {
          case 'properties':
            return <PropertyForm owners={owners} />;
          case 'connections':
            return <ConnectionEnds connection={connection} />;
          case 'permissions':
            return <PermissionList owner={connection} />;
          case 'explain':
            return <ExplainConnection connection={connection} />;
          case 'code':
            return <NodeCode owner={connection} />;
          default:
            return tab satisfies never;
        }
      }}
    </InspectorTabs>
  );
};
