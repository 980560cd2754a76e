import { connectionOf, mechanismOf } from '../../../../shared/catalog/catalog.ts';
import type { Connection } from '../../../../shared/model/design.ts';
import { DocsButton } from './docs-button.tsx';
import classes from './explain.module.css';
import { FindingsExplained } from './findings-explained.tsx';

const deliveries = {
  sync: 'The caller waits for the answer, and fails when the other end fails.',
  async: 'The caller goes on at once; what is sent is delivered later, and may come twice.',
  poll: 'The receiver asks again and again whether there is something, and takes what is there.',
  stream:
    'The receiver reads the records in their order, batch after batch; one that fails holds up those behind it.',
  config: 'Nothing runs over it: it only says how one belongs to the other.',
} as const;

/** For a student: what a connection means at run time, and what is wrong here. */
export const ExplainConnection = ({ connection }: { readonly connection: Connection }) => {
  const definition = connectionOf(connection.type);
  const mechanism = definition && mechanismOf(definition.mechanism);
  return (
    <div className={classes.page}>
      {definition ? (
        <>
          <p className={classes.lead}>{definition.explain ?? mechanism?.explain}</p>
          {definition.explain !== undefined && mechanism && (
            <>
              <h3>How it works: {mechanism.title}</h3>
              <p>{mechanism.explain}</p>
            </>
          )}
          <h3>Delivery</h3>
          <p>{deliveries[definition.delivery]}</p>
          <DocsButton page={definition.docs} />
        </>
      ) : (
        <p className={classes.lead}>
          This version of Isobar does not know the connection type “{connection.type}”. It stays in
          the file as it is, but can be neither checked nor exported.
        </p>
      )}
      <FindingsExplained id={connection.id} />
    </div>
  );
};
