import { defineMechanism } from '../connection.ts';
import { getAtt } from '../expression.ts';
import { allowConnection, tcp } from '../network/security-groups.ts';
import { engineOf } from '../rds/engines.ts';

/** A pool of connections in front of a database; the proxy writes itself and its target. */
export const proxy = defineMechanism({
  id: 'proxy',
  family: 'data',
  title: 'Connection pool',
  explain:
    'The proxy opens a few connections to the database and keeps them. A client talks to the proxy as to a database, and gets one of the open connections for each transaction. So the database sees a steady number of connections, however many clients come and go.',
  emit({ source, target, read }) {
    if (read('securityRule') === 'manual') return;
    allowConnection({
      from: source,
      to: target,
      traffic: tcp(getAtt(target.id, 'Endpoint.Port')),
      // In the words of the L2 construct, which adds the rule itself.
      description: `Allow connections to the database ${engineOf(target).isCluster ? 'Cluster' : 'Instance'} from the Proxy`,
      isBrought: true,
    });
  },
});
