import { isDocumentation } from '../../../../shared/host/documentation.ts';
import type { Finding } from '../../../../shared/rules/rule.ts';
import { useApp, useFindings, useFindingsAt, useIsReadOnly } from '../../../store/hooks.ts';
import { FixButtons, severitySigns, severityWords } from '../form/finding-lines.tsx';
import { labelOf } from '../values/label.ts';
import { DocsButton } from './docs-button.tsx';
import classes from './explain.module.css';

/** Every finding of a node or connection, with its reason and what ends it. */
export const FindingsExplained = ({ id }: { readonly id: string }) => {
  const { ready } = useFindings();
  const findings = useFindingsAt(id);
  return (
    <section aria-label="Findings">
      <h3>Findings</h3>
      {findings.length === 0 && (
        <p className={classes.quiet}>
          {ready ? 'The checks find nothing wrong here.' : 'The checks are still being loaded.'}
        </p>
      )}
      {findings.map((finding) => (
        <FindingExplained
          key={`${finding.rule} ${finding.messageKey} ${finding.message}`}
          finding={finding}
        />
      ))}
    </section>
  );
};

const FindingExplained = ({ finding }: { readonly finding: Finding }) => {
  const app = useApp();
  const isReadOnly = useIsReadOnly();
  const { rule, severity, message, property, at } = finding;
  const meta = app.engine?.ruleOf(rule)?.meta;
  const Sign = severitySigns[severity];
  return (
    <article className={classes.finding} data-severity={severity}>
      <h4>
        <Sign />
        {severityWords[severity]}
        <code>{rule}</code>
      </h4>
      <p>{message}</p>
      {meta && <p className={classes.why}>{meta.explain}</p>}
      <FixButtons finding={finding} />
      <div className={classes.links}>
        {property !== undefined && at.kind !== 'design' && (
          <button
            type="button"
            onClick={() =>
              app.setView({
                inspectorTab: 'properties',
                property: { owner: at.id, name: property },
              })
            }
          >
            Go to {labelOf(property).toLowerCase()}
          </button>
        )}
        {!isReadOnly && (
          <button
            type="button"
            onClick={() =>
              app.openDialog({
                kind: 'suppress',
                rule,
                at: at.kind === 'design' ? undefined : at.id,
              })
            }
          >
            Suppress…
          </button>
        )}
      </div>
      {meta && isDocumentation(meta.docs.url) && (
        <DocsButton page={meta.docs.url} title={meta.docs.title} />
      )}
    </article>
  );
};
