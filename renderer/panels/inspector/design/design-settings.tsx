import { useMemo, useState } from 'react';
import { regions } from '../../../../shared/catalog/regions.ts';
import type { Design } from '../../../../shared/model/design.ts';
import { type DesignSettings as Change, setDesign } from '../../../../shared/model/edits/index.ts';
import { quotas } from '../../../../shared/rules/limits.ts';
import { useApp, useDesign, useFindingsAt, useIsReadOnly } from '../../../store/hooks.ts';
import { ChoiceLine } from '../../../ui/fields/choice-inputs.tsx';
import { Field, IconButton } from '../../../ui/fields/field.tsx';
import { readNumber, showNumber } from '../../../ui/fields/quantity.ts';
import { ResetSign, RightSign } from '../../../ui/fields/signs.tsx';
import { NumberLine, TextArea, TextLine } from '../../../ui/fields/text-inputs.tsx';
import { useDraft } from '../form/drafts.ts';
import { FindingLines } from '../form/finding-lines.tsx';
import form from '../form/form.module.css';
import { Counts, PlainHead } from '../head.tsx';
import inspector from '../inspector.module.css';
import { labelOf } from '../values/label.ts';
import { countsOf } from './counts.ts';
import classes from './design.module.css';

const stages: readonly {
  readonly value: NonNullable<Design['stage']>;
  readonly label: string;
  readonly means: string;
}[] = [
  {
    value: 'prod',
    label: 'Production',
    means: 'Everything is checked: backups, alarms and dead-letter queues are missed.',
  },
  {
    value: 'dev',
    label: 'Development',
    means: 'What only production needs is not asked for.',
  },
  {
    value: 'workshop',
    label: 'Workshop',
    means: 'For learning and trying out: only what would not work is a problem.',
  },
];

/** The settings of the design itself, while nothing is chosen. */
export const DesignSettings = () => {
  const app = useApp();
  const design = useDesign();
  const isLocked = useIsReadOnly();
  const findings = useFindingsAt('');
  const set = (label: string, change: Change): void => {
    app.edit(label, setDesign(change), { mergeKey: `design ${Object.keys(change).join()}` });
  };
  const leave = (): void => app.endGesture();
  const stage = stages.find(({ value }) => value === design.stage);
  const counts = useMemo(() => countsOf(design), [design]);
  return (
    <div className={inspector.scroll}>
      <PlainHead title="Design" detail={counts}>
        <Counts id="" />
      </PlainHead>
      <NameField design={design} isLocked={isLocked} set={set} />
      <Field label="Description" isSet={design.description !== undefined} onLeave={leave}>
        {(ids) => (
          <TextArea
            ids={ids}
            text={design.description ?? ''}
            placeholder="What the system is for, in some sentences"
            isLocked={isLocked}
            onText={(description) =>
              set('Describe the design', {
                description: description === '' ? undefined : description,
              })
            }
          />
        )}
      </Field>
      <Field
        label="Region"
        name="Where everything is deployed that is in no region container"
        help="Where everything is that stands in no region container of its own."
        onLeave={leave}
      >
        {(ids) => (
          <ChoiceLine
            ids={ids}
            value={design.region}
            isLocked={isLocked}
            choices={regions.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
            onChoose={(region) => set('Change the region', { region })}
          />
        )}
      </Field>
      <Field
        label="Stage"
        help={stage?.means ?? 'How strict the checks are. Nothing set counts as production.'}
        isSet={stage !== undefined}
        onLeave={leave}
      >
        {(ids) => (
          <ChoiceLine
            ids={ids}
            value={design.stage ?? ''}
            isLocked={isLocked}
            isClearable
            placeholder="Production, default"
            choices={stages}
            onChoose={(value) =>
              set('Change the stage', {
                stage: stages.find((item) => item.value === value)?.value,
              })
            }
          />
        )}
      </Field>
      {findings.length > 0 && (
        <div className={classes.findings}>
          <FindingLines findings={findings} />
        </div>
      )}
      <Quotas design={design} isLocked={isLocked} />
    </div>
  );
};

const NameField = ({
  design,
  isLocked,
  set,
}: {
  readonly design: Design;
  readonly isLocked: boolean;
  readonly set: (label: string, change: Change) => void;
}) => {
  const app = useApp();
  const { typed, keep } = useDraft<string>('design name', design.name);
  const isEmpty = typed?.trim() === '';
  return (
    <Field
      label="Name"
      problem={isEmpty ? `A name is wanted. The design is still called ${design.name}.` : undefined}
      onLeave={() => {
        if (!isEmpty) keep(undefined);
        app.endGesture();
      }}
    >
      {(ids) => (
        <TextLine
          ids={ids}
          text={typed ?? design.name}
          isLocked={isLocked}
          onText={(name) => {
            if (name.trim() !== '') set('Rename the design', { name });
            keep(name, name.trim() === '' ? design.name : name);
          }}
        />
      )}
    </Field>
  );
};

/** What AWS has raised for the account; the checks count with it. */
const Quotas = ({ design, isLocked }: { readonly design: Design; readonly isLocked: boolean }) => {
  const limits = design.limits ?? {};
  const raised = Object.keys(limits).length;
  const [isOpen, setIsOpen] = useState(raised > 0);
  const names = [...new Set([...Object.keys(quotas), ...Object.keys(limits)])];
  return (
    <section className={form.advanced}>
      <h3>
        <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <RightSign />
          Quotas of the account
          <span>{raised > 0 ? `${raised} entered` : 'AWS’s defaults'}</span>
        </button>
      </h3>
      {isOpen && (
        <>
          <p className={form.quiet}>
            Enter what AWS has granted your account. The checks warn at AWS’s default, and count
            with your number once it is here.
          </p>
          {names.map((name) => (
            <QuotaField key={name} name={name} limits={limits} isLocked={isLocked} />
          ))}
        </>
      )}
    </section>
  );
};

const QuotaField = ({
  name,
  limits,
  isLocked,
}: {
  readonly name: string;
  readonly limits: NonNullable<Design['limits']>;
  readonly isLocked: boolean;
}) => {
  const app = useApp();
  const value = Object.hasOwn(limits, name) ? limits[name] : undefined;
  const { typed, keep } = useDraft<string>(`limit ${name}`, value);
  const text = typed ?? (value === undefined ? '' : String(value));
  const reading = readNumber(text, { whole: true });
  const byDefault = (quotas as Readonly<Record<string, number>>)[name];
  const put = (next: number | undefined): void => {
    const rest = Object.fromEntries(Object.entries(limits).filter(([other]) => other !== name));
    const all = next === undefined ? rest : { ...rest, [name]: next };
    app.edit(
      `Set ${labelOf(name).toLowerCase()}`,
      setDesign({ limits: Object.keys(all).length === 0 ? undefined : all }),
      { mergeKey: `limit ${name}` },
    );
  };
  const reset = (): void => {
    keep(undefined);
    put(undefined);
    app.endGesture();
  };
  return (
    <Field
      label={labelOf(name)}
      isSet={value !== undefined}
      problem={reading.kind === 'wrong' ? reading.problem : undefined}
      onLeave={() => {
        if (reading.kind !== 'wrong') keep(undefined);
        app.endGesture();
      }}
      tools={
        value !== undefined &&
        !isLocked && (
          <IconButton name={`Reset ${labelOf(name)} to AWS’s default`} onClick={reset}>
            <ResetSign />
          </IconButton>
        )
      }
    >
      {(ids) => (
        <NumberLine
          ids={ids}
          text={text}
          isLocked={isLocked}
          min={0}
          from={byDefault}
          placeholder={
            byDefault === undefined ? undefined : `${showNumber(byDefault)}, AWS’s default`
          }
          onText={(next) => {
            const read = readNumber(next, { whole: true });
            const after =
              read.kind === 'number' ? read.value : read.kind === 'empty' ? undefined : value;
            if (read.kind !== 'wrong') put(after);
            keep(next, after);
          }}
        />
      )}
    </Field>
  );
};
