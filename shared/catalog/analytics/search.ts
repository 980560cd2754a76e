import { type Expression, getAtt, intrinsic, join } from '../expression.ts';
import type { NodeScope } from '../service.ts';

/** True for a serverless collection, false for a domain. */
export const isCollection = (scope: NodeScope): boolean =>
  scope.read('deployment') === 'serverless';

/** The ARN of the domain or collection. */
export const searchArn = ({ id }: NodeScope): Expression => getAtt(id, 'Arn');

/** The host that requests go to. */
export const searchEndpoint = (scope: NodeScope): Expression =>
  isCollection(scope)
    ? intrinsic({
        'Fn::Select': [
          2,
          { 'Fn::Split': ['/', { 'Fn::GetAtt': [scope.id, 'CollectionEndpoint'] }] },
        ],
      })
    : getAtt(scope.id, 'DomainEndpoint');

/** The address that requests go to. */
export const searchUrl = (scope: NodeScope): Expression =>
  isCollection(scope)
    ? getAtt(scope.id, 'CollectionEndpoint')
    : join('https://', getAtt(scope.id, 'DomainEndpoint'));
