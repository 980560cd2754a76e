import { document, type ExpressionObject, refOf } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { engineOf, majorVersionOf } from './engines.ts';

/**
 * Db2 comes with a licence of IBM's, whose numbers RDS wants in a parameter group.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/db2-licensing.html
 */
export const emitLicence = (scope: NodeScope): ExpressionObject => {
  const { out, id, node } = scope;
  const engine = engineOf(scope);
  if (!engine.id.startsWith('db2-')) return {};
  const number = (name: string, what: string) =>
    out.parameter(`${id}${name}`, {
      description: `The IBM ${what} of the Db2 licence for ${node.name}.`,
      example: '1234567',
    });
  out.resource(`${id}Parameters`, {
    type: 'AWS::RDS::DBParameterGroup',
    properties: {
      Family: `${engine.id}-${majorVersionOf(scope)}`,
      Description: `Licence of ${id}`,
      Parameters: document({
        'rds.ibm_customer_id': number('IbmCustomerId', 'customer id'),
        'rds.ibm_site_id': number('IbmSiteId', 'site id'),
      }),
    },
  });
  return { DBParameterGroupName: refOf(`${id}Parameters`) };
};
