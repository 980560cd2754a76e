import { serviceOf } from '../../../../shared/catalog/catalog.ts';
import type { Node } from '../../../../shared/model/design.ts';
import { DocsButton } from './docs-button.tsx';
import classes from './explain.module.css';
import { FindingsExplained } from './findings-explained.tsx';

/** For a student: what a service is for, what limits it, what it costs, and what is wrong here. */
export const ExplainNode = ({ node }: { readonly node: Node }) => {
  const service = serviceOf(node.kind);
  return (
    <div className={classes.page}>
      {service ? (
        <>
          <p className={classes.lead}>{service.explain}</p>
          {service.cost !== undefined && (
            <>
              <h3>What one pays by</h3>
              <p>{service.cost}</p>
            </>
          )}
          {service.limits !== undefined && service.limits.length > 0 && (
            <>
              <h3>Limits</h3>
              <ul>
                {service.limits.map((limit) => (
                  <li key={limit}>{limit}</li>
                ))}
              </ul>
            </>
          )}
          {service.cloudFormation.length > 0 && (
            <>
              <h3>In CloudFormation</h3>
              <p>
                {service.cloudFormation.map((type) => (
                  <code key={type}>{type}</code>
                ))}
              </p>
            </>
          )}
          <DocsButton page={service.docs} />
        </>
      ) : (
        <p className={classes.lead}>
          This version of Isobar does not know the kind “{node.kind}”. The node and all its settings
          stay in the file as they are, but it can be neither checked nor exported.
        </p>
      )}
      <FindingsExplained id={node.id} />
    </div>
  );
};
