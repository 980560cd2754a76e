import type { ExportCase } from '../export-case.ts';
import { aliases } from './aliases.ts';
import { analytics } from './analytics.ts';
import { apis } from './apis.ts';
import { httpApis } from './apis-http.ts';
import { balancing } from './balancing.ts';
import { basics } from './basics.ts';
import { compute } from './compute.ts';
import { databases } from './databases.ts';
import { edge } from './edge.ts';
import { functions } from './functions.ts';
import { identities } from './identity.ts';
import { integration } from './integration.ts';
import { loadBalancers } from './load-balancers.ts';
import { messaging } from './messaging.ts';
import { network } from './network.ts';
import { operations } from './operations.ts';
import { programs } from './programs.ts';
import { search } from './search.ts';
import { security } from './security.ts';
import { streams } from './streams.ts';
import { subscribers } from './subscribers.ts';
import { userPools } from './user-pools.ts';
import { workflows } from './workflows.ts';

/** Small designs that together use every row of the tables, by family. */
export const exportCases: readonly ExportCase[] = [
  ...apis,
  ...httpApis,
  ...balancing,
  ...loadBalancers,
  ...basics,
  ...compute,
  ...databases,
  ...edge,
  ...identities,
  ...integration,
  ...messaging,
  ...network,
  ...operations,
  ...programs,
  ...userPools,
  ...functions,
  ...aliases,
  ...security,
  ...analytics,
  ...search,
  ...streams,
  ...subscribers,
  ...workflows,
];
