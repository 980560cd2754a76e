import { arn, type Expression, join, refOf } from '../expression.ts';
import type { NodeScope } from '../service.ts';

/** The ARN of a database of the Data Catalog. */
export const databaseArn = ({ id }: NodeScope): Expression =>
  arn('glue', join('database/', refOf(id)));

/** IAM wants the catalog and the database besides the tables. https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html */
export const catalogArns = (database: NodeScope): readonly Expression[] => [
  arn('glue', 'catalog'),
  database.attribute('arn'),
  join(database.attribute('tablesArn'), '/*'),
];
