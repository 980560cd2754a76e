import type { Intrinsic } from '../../model/value.ts';
import { type Expression, intrinsic, isToken, tokenKind } from '../expression.ts';
import type { NodeScope } from '../service.ts';

/** The parts of an address that a record or an origin needs. */
export interface UrlParts {
  readonly host: Expression;
  readonly isHttps: boolean;
  readonly port: number | undefined;
  /** With a slash in front and none at the end; empty for none. */
  readonly path: string;
}

const shape = /^(https?):\/\/([^/:?#\s]+)(?::(\d{1,5}))?([^?#\s]*)/i;

/** The parts of the address in a property; undefined when the property is not set or no http address. */
export const hostOfUrl = (
  scope: Pick<NodeScope, 'value'>,
  property: string,
): UrlParts | undefined => {
  const url = scope.value(property);
  if (typeof url === 'string') {
    const [, scheme = '', host, port, path = ''] = shape.exec(url) ?? [];
    if (host === undefined) return undefined;
    return {
      host: host.toLowerCase(),
      isHttps: scheme.toLowerCase() === 'https',
      port: port === undefined ? undefined : Number(port),
      path: path.replace(/\/+$/, ''),
    };
  }
  if (!isToken(url) || tokenKind(url) !== 'intrinsic') return undefined;
  const { value } = url as { readonly value: Intrinsic };
  return {
    host: intrinsic({ 'Fn::Select': [2, { 'Fn::Split': ['/', value] }] }),
    isHttps: true,
    port: undefined,
    path: '',
  };
};
