import type { Delivery } from '../../../../shared/catalog/connection.ts';
import classes from '../rows.module.css';

/** How a connection delivers, in words. */
export const deliveryWords: Readonly<Record<Delivery, string>> = {
  sync: 'the caller waits',
  async: 'asynchronous',
  poll: 'polled',
  stream: 'polled stream',
  config: 'no traffic, only a setting',
};

const dashes: Readonly<Record<Delivery, string>> = {
  sync: '',
  async: '6 4',
  poll: '1.5 4',
  stream: '1.5 4',
  config: '',
};

/** The line as the canvas draws it. */
export const DeliveryLine = ({ delivery }: { readonly delivery: Delivery }) => (
  <svg className={classes.line} width="26" height="8" viewBox="0 0 26 8" aria-hidden="true">
    <path
      d="M1 4h20"
      stroke="currentColor"
      strokeWidth={delivery === 'config' ? 1 : 1.8}
      strokeDasharray={dashes[delivery]}
      strokeLinecap="round"
      opacity={delivery === 'config' ? 0.6 : 1}
    />
    <path d="m20 1 4 3-4 3" fill="none" stroke="currentColor" strokeWidth="1.4" />
  </svg>
);
