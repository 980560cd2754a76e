import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { choice } from '../../property.ts';

/** The row of code that reads an SSM parameter. At the edge there are no environment variables. */
export const readsParameter = ({ atEdge = false }: { readonly atEdge?: boolean } = {}) =>
  iamDataAccess({
    label: 'reads',
    properties: {
      access: choice(['read', 'write'], {
        default: 'read',
        help: 'write: the code may change the value as well.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
        resources: ['{target.arn}'],
      },
      {
        side: 'source-role',
        actions: ['ssm:PutParameter'],
        resources: ['{target.arn}'],
        when: ({ connection }) => connection('access') === 'write',
      },
    ],
    ...(atEdge
      ? {
          explain:
            'A function at the edge has no environment variables: the name of the parameter and its Region stand in the code.',
        }
      : { environment: [{ name: 'PARAMETER_NAME', value: '{target.name}' }] }),
    docs: 'Using Parameter Store parameters in AWS Lambda functions',
    options: atEdge ? { atEdge: true } : {},
  });
