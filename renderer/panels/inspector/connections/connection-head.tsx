import { connectionOf } from '../../../../shared/catalog/catalog.ts';
import { labelOf } from '../../../../shared/catalog/connection-label.ts';
import { meaningsOf } from '../../../../shared/connecting/edits.ts';
import type { Connection } from '../../../../shared/model/design.ts';
import { giveMeaning } from '../../../commands/connect.ts';
import { useApp, useDesign, useIsReadOnly, useNode } from '../../../store/hooks.ts';
import { ChoiceLine } from '../../../ui/fields/choice-inputs.tsx';
import { Field } from '../../../ui/fields/field.tsx';
import { Counts } from '../head.tsx';
import classes from './connection.module.css';
import { DeliveryLine, deliveryWords } from './delivery.tsx';
import { EndButton } from './end-button.tsx';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The top of the inspector of a connection: its ends, what it does, and what else it could do. */
export const ConnectionHead = ({ connection }: { readonly connection: Connection }) => {
  const app = useApp();
  const isReadOnly = useIsReadOnly();
  const [from, to] = [useNode(connection.from), useNode(connection.to)];
  const definition = connectionOf(connection.type);
  const meanings = meaningsOf(useDesign(), connection);
  return (
    <header className={classes.head}>
      <div className={classes.ends}>
        <EndButton node={from} id={connection.from} />
        {definition ? <DeliveryLine delivery={definition.delivery} /> : <span aria-hidden>→</span>}
        <EndButton node={to} id={connection.to} />
        <Counts id={connection.id} />
      </div>
      <p className={classes.says}>
        {definition ? capitalised(definition.label) : `Unknown connection type ${connection.type}`}
        {definition && (
          <span>
            {' '}
            · {labelOf(app.graph, connection).text} · {deliveryWords[definition.delivery]}
          </span>
        )}
      </p>
      {meanings.length > 1 && (
        <Field isNested label="What it does" onLeave={() => app.endGesture()}>
          {(ids) => (
            <ChoiceLine
              ids={ids}
              value={connection.type}
              isLocked={isReadOnly}
              choices={meanings.map(({ id, label }) => ({ value: id, label }))}
              onChoose={(type) => {
                const meaning = meanings.find(({ id }) => id === type);
                if (meaning) giveMeaning(app, connection, meaning);
              }}
            />
          )}
        </Field>
      )}
    </header>
  );
};
