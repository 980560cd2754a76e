import { pascalCase } from '../../lib/words.ts';

/** The route of an HTTP API that takes what no other route takes. */
export const defaultRoute = '$default';

/** What the path of a resource may consist of. https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html */
const part = /^(?:[A-Za-z0-9._:$-]+|\{[A-Za-z0-9._:-]+\})$/;
const greedyPart = /^\{[A-Za-z0-9._:-]+\+\}$/;

/**
 * A path as API Gateway takes it, without a slash at the end; undefined for one that it refuses. A greedy parameter
 * (`{proxy+}`) stands at the end only.
 */
export const apiPath = (text: string): string | undefined => {
  const path = text.length > 1 ? text.replace(/\/+$/, '') : text;
  if (path === '' || path === '/') return path === '' ? undefined : path;
  if (!path.startsWith('/')) return undefined;
  const parts = path.slice(1).split('/');
  const valid = parts.every(
    (item, index) => part.test(item) || (index === parts.length - 1 && greedyPart.test(item)),
  );
  return valid ? path : undefined;
};

export interface PathParameter {
  readonly name: string;
  /** `{proxy+}`: the rest of the path. */
  readonly greedy: boolean;
}

/** The parameters of a path, from left to right. */
export const pathParameters = (path: string): readonly PathParameter[] =>
  [...path.matchAll(/\{([^}+]+)(\+?)\}/g)].map((match) => ({
    name: match[1] ?? '',
    greedy: match[2] === '+',
  }));

/** A name for a route that is safe as an id: `GET /orders/{id}` gives `GetOrdersId`. */
export const routeName = (method: string, path: string): string =>
  pascalCase(`${method} ${path}`).slice(0, 60);

/**
 * A URL that a request is passed on to. What a greedy parameter caught is put behind it, unless the URL says
 * itself where the parameter goes.
 */
export const passedOnTail = (url: string | undefined, path: string): string => {
  const greedy = pathParameters(path).find((parameter) => parameter.greedy);
  if (greedy === undefined || url?.includes(`{${greedy.name}}`)) return '';
  return `${url?.endsWith('/') ? '' : '/'}{${greedy.name}}`;
};
