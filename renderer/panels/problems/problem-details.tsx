import { Button } from '@mantine/core';
import { isDocumentation } from '../../../shared/host/documentation.ts';
import type { Finding } from '../../../shared/rules/rule.ts';
import { applyFix, fixAllOf, showAgain } from '../../commands/problems.ts';
import { useApp, useDesign, useFindings, useIsReadOnly } from '../../store/hooks.ts';
import { isIdle, suppressionOf } from '../../store/idle-suppressions.ts';
import { FixPreview } from './fix-preview.tsx';
import classes from './problems-panel.module.css';

/** Why a finding is one, what AWS says, what would be right, and what can be done about it. */
export const ProblemDetails = ({ finding }: { readonly finding: Finding }) => (
  <div className={classes.details}>
    <Why finding={finding} />
    <Remedies finding={finding} />
  </div>
);

const Why = ({ finding }: { readonly finding: Finding }) => {
  const app = useApp();
  const rule = app.engine?.ruleOf(finding.rule);
  if (!rule)
    return (
      <p className={classes.explain}>
        {isIdle(finding)
          ? 'No rule is called that: it came with another version of Isobar, or the name is misspelt.'
          : 'Isobar made a mistake while it checked this. All other rules were checked; nothing is wrong with your design because of it.'}
      </p>
    );
  const { explain, docs } = rule.meta;
  return (
    <div className={classes.why}>
      <p className={classes.explain}>{explain}</p>
      <dl className={classes.examples}>
        <Examples title="Found in" examples={rule.examples.bad} />
        <Examples title="Fine" examples={rule.examples.good} />
      </dl>
      {isDocumentation(docs.url) && (
        <button
          type="button"
          className={classes.page}
          title={docs.url}
          onClick={() => void app.parts.host.openDocumentation(docs.url)}
        >
          <span className={classes.pageLabel}>AWS documentation</span> {docs.title}
          <span aria-hidden="true"> ↗</span>
        </button>
      )}
    </div>
  );
};

const Examples = ({
  title,
  examples,
}: {
  readonly title: string;
  readonly examples: readonly { readonly title: string }[];
}) =>
  examples.length === 0 ? null : (
    <>
      <dt>{title}</dt>
      <dd>
        {examples
          .slice(0, 4)
          .map((example) => example.title)
          .join('; ')}
      </dd>
    </>
  );

const Remedies = ({ finding }: { readonly finding: Finding }) => {
  const app = useApp();
  const { all } = useFindings();
  const design = useDesign();
  const isReadOnly = useIsReadOnly();
  if (isReadOnly) return null;
  const { rule, fixes, suppressed, at } = finding;
  if (suppressed) {
    const isEverywhere = suppressionOf(design, finding)?.at === undefined;
    return (
      <div className={classes.remedies}>
        <p className={classes.reason}>
          <strong>{isEverywhere ? 'Suppressed in the whole design' : 'Suppressed here'}:</strong>{' '}
          {suppressed.reason}
        </p>
        {isIdle(finding) && (
          <p className={classes.explain}>
            It sets nothing aside now. Should the problem come back, it would stay silent.
          </p>
        )}
        <div className={classes.buttons}>
          <Button size="compact-xs" variant="default" onClick={() => showAgain(app, finding)}>
            {isIdle(finding) ? 'Remove the suppression' : 'Show again'}
          </Button>
        </div>
      </div>
    );
  }
  const alike = all.filter(
    (other) => other.rule === rule && !other.suppressed && other.fixes.length > 0,
  ).length;
  return (
    <div className={classes.remedies}>
      {fixes.length === 0 && (
        <p className={classes.explain}>
          There is no automatic fix: what is right here depends on what you want.
        </p>
      )}
      {fixes.map((fix) => (
        <div key={fix.title} className={classes.fix}>
          <div className={classes.fixText}>
            <span className={classes.fixTitle}>{fix.title}</span>
            <FixPreview fix={fix} />
          </div>
          <Button
            size="compact-xs"
            data-fix
            aria-label={`Fix: ${fix.title}`}
            onClick={() => applyFix(app, fix)}
          >
            Fix
          </Button>
        </div>
      ))}
      <div className={classes.buttons}>
        {alike > 1 && (
          <Button size="compact-xs" variant="default" onClick={() => fixAllOf(app, rule)}>
            Fix all {alike} of this kind
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            app.openDialog({
              kind: 'suppress',
              rule,
              at: at.kind === 'design' ? undefined : at.id,
            })
          }
        >
          Suppress…
        </Button>
      </div>
    </div>
  );
};
