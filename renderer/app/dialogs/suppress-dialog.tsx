import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { suppress } from '../../../shared/model/edits/index.ts';
import type { ConnectionId, NodeId } from '../../../shared/model/ids.ts';
import type { Finding } from '../../../shared/rules/rule.ts';
import { counted } from '../../../shared/rules/text.ts';
import { useApp, useDesign, useFindings } from '../../store/hooks.ts';
import { listProblems, noFilter } from '../../store/problem-list.ts';
import { DialogFrame } from './dialog-frame.tsx';
import classes from './dialogs.module.css';

type Scope = 'here' | 'everywhere';

/** Asks why a finding does not matter here, and sets it aside for that reason. */
const SuppressDialog = ({
  rule,
  at,
}: {
  readonly rule: string;
  readonly at: string | undefined;
}) => {
  const app = useApp();
  const design = useDesign();
  const { all } = useFindings();
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<Scope>(at === undefined ? 'everywhere' : 'here');
  const alike = all.filter((finding) => finding.rule === rule && !finding.suppressed);
  const here = alike.filter((finding) => idOf(finding) === (at ?? ''));
  const [finding] = here;
  const place = placeOf(finding, design);
  const affected = scope === 'here' ? here : alike;
  const isError = affected.some(({ severity }) => severity === 'error');
  const words = reason.trim();
  const finish = (): void => {
    if (words === '') return;
    app.openDialog(undefined);
    app.edit(
      `Suppress ${rule}`,
      suppress(
        rule,
        scope === 'here' ? (at as NodeId | ConnectionId | undefined) : undefined,
        words,
      ),
    );
  };
  return (
    <DialogFrame
      title="Suppress a problem"
      buttons={
        <>
          <Button variant="default" onClick={() => app.openDialog(undefined)}>
            Cancel
          </Button>
          <Button disabled={words === ''} onClick={finish}>
            Suppress {affected.length > 1 ? counted(affected.length, 'problem') : ''}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        <Stack gap="sm">
          <div>
            {finding && <p>{finding.message}</p>}
            <p className={classes.muted}>
              A suppressed problem no longer counts. It stays in the list with your reason, is saved
              with the design, and can be shown again at any time.
            </p>
          </div>
          <Textarea
            label="Why does it not matter here?"
            description="For whoever reads the design after you."
            placeholder="Such as: only used in the workshop, never deployed to production"
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            required
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish();
            }}
          />
          {at !== undefined && (
            <Radio.Group
              label="Where"
              value={scope}
              onChange={(value) => setScope(value === 'here' ? 'here' : 'everywhere')}
            >
              <Stack gap={6} mt={6}>
                <Radio size="xs" value="here" label={`Only here: ${place}`} />
                <Radio
                  size="xs"
                  value="everywhere"
                  label={`In the whole design: ${counted(alike.length, 'problem')} of ${rule} now, and every one to come`}
                />
              </Stack>
            </Radio.Group>
          )}
          {isError && (
            <p role="note">
              This is an error: AWS refuses it, or it cannot work. To suppress it changes what
              Isobar says, not what AWS does.
            </p>
          )}
        </Stack>
      </form>
    </DialogFrame>
  );
};

export default SuppressDialog;

const idOf = ({ at }: Finding): string => (at.kind === 'design' ? '' : at.id);

/** The place as the list of problems names it. */
const placeOf = (
  finding: Finding | undefined,
  design: Parameters<typeof listProblems>[1],
): string =>
  finding === undefined
    ? ''
    : (listProblems([finding], design, noFilter, new Set()).groups[0]?.entries[0]?.place ?? '');
