import { type Expression, join } from '../expression.ts';
import { serverPort } from '../network/open-server.ts';
import type { LinkScope } from '../service.ts';

/** The public address of a server outside AWS, without a slash at the end; asked for where the connection says none. */
export const siteAddress = (link: LinkScope): Expression => {
  const { source, target } = link;
  const address = link.value('url');
  if (typeof address === 'string') return address.replace(/\/+$/, '');
  return (
    address ??
    source.out.parameter(`${target.id}Url`, {
      description: `Public address of the server in ${target.node.name}, without a slash at the end.`,
      pattern: '^https?://.+[^/]$',
      example: 'https://api.example.com',
    })
  );
};

/** The public address of a server in a VPC. */
export const serverAddress = (link: LinkScope): Expression => {
  const isHttps = link.read('protocolPolicy') === 'https-only';
  const port = serverPort(link);
  return join(
    isHttps ? 'https://' : 'http://',
    link.target.attribute('publicHost'),
    ...(port === (isHttps ? 443 : 80) ? [] : [':', typeof port === 'number' ? String(port) : port]),
  );
};
