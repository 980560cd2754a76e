import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { ExportedFile, SourceRange } from '../../../shared/exporters/exported.ts';
import type { Design } from '../../../shared/model/design.ts';
import { findConnection, useApp, useDesign, useSelection, useView } from '../../store/hooks.ts';
import type { CodeFormat, ExportChoice } from '../../store/view.ts';
import { CopyIcon, ExportIcon, NextIcon, SaveIcon, WrapIcon } from '../../ui/code-glyphs.tsx';
import { codeFormats, lineCount } from './code-files.ts';
import classes from './code-panel.module.css';

const isFormat = (value: string): value is CodeFormat => codeFormats.some(({ id }) => id === value);

/** What the export dialog is opened with; the design itself is saved, not exported. */
const choices: Readonly<Partial<Record<CodeFormat, ExportChoice>>> = {
  sam: 'sam',
  cdk: 'cdk',
  mermaid: 'mermaid',
  report: 'report',
};

/** Formats, what is chosen, and what can be done with the file. */
export const CodeBar = ({
  file,
  places,
  isBusy,
  onPlace,
}: {
  readonly file: ExportedFile | undefined;
  readonly places: readonly SourceRange[];
  readonly isBusy: boolean;
  readonly onPlace: (place: SourceRange) => void;
}) => {
  const app = useApp();
  const { format, wrap } = useView('code');
  const choice = choices[format];
  const setCode = (change: { readonly format?: CodeFormat; readonly wrap?: boolean }): void =>
    app.setView(({ code }) => ({ code: { ...code, ...change } }));
  const copy = async (): Promise<void> => {
    if (!file) return;
    const copied = await app.parts.host.writeClipboard(file.text);
    app.notify(
      copied.ok
        ? { tone: 'success', text: `Copied ${nameOf(file)}.` }
        : { tone: 'error', text: copied.error.message },
    );
  };
  const save = async (): Promise<void> => {
    if (!file) return;
    const saved = await app.parts.host.saveFile(nameOf(file), file.text);
    if (saved.ok) app.notify({ tone: 'success', text: `Saved ${saved.value.name}.` });
    else if (saved.error.code !== 'cancelled')
      app.notify({ tone: 'error', text: saved.error.message });
  };
  return (
    <div className={classes.bar} role="toolbar" aria-label="Code">
      <SegmentedControl
        size="xs"
        aria-label="Format"
        data={codeFormats.map(({ id, title }) => ({ value: id, label: title }))}
        value={format}
        onChange={(value) => isFormat(value) && setCode({ format: value })}
      />
      <Chosen places={places} isBusy={isBusy} onPlace={onPlace} />
      <div className={classes.actions}>
        <Action
          label={wrap ? 'Do not wrap long lines' : 'Wrap long lines'}
          pressed={wrap}
          onClick={() => setCode({ wrap: !wrap })}
        >
          <WrapIcon />
        </Action>
        <Action label="Copy this file" disabled={!file} onClick={copy}>
          <CopyIcon />
        </Action>
        <Action label="Save this file…" disabled={!file} onClick={save}>
          <SaveIcon />
        </Action>
        <Action
          label="Export…"
          disabled={choice === undefined}
          onClick={() => choice && app.openDialog({ kind: 'export', choice })}
        >
          <ExportIcon />
        </Action>
      </div>
    </div>
  );
};

const nameOf = ({ path }: ExportedFile): string => path.split('/').at(-1) ?? path;

const Action = ({
  label,
  pressed,
  disabled = false,
  onClick,
  children,
}: {
  readonly label: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void | Promise<void>;
  readonly children: React.ReactNode;
}) => (
  <Tooltip label={label} openDelay={400} withinPortal>
    <ActionIcon
      variant={pressed ? 'light' : 'subtle'}
      color={pressed ? 'accent' : 'gray'}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={() => void onClick()}
    >
      {children}
    </ActionIcon>
  </Tooltip>
);

/** A node by its name, a connection by both of its ends. */
const nameOfPart = (design: Design, id: string | undefined): string => {
  const nameOfNode = (wanted: string | undefined): string =>
    design.nodes.find((node) => node.id === wanted)?.name ?? '';
  const connection = id === undefined ? undefined : findConnection(design, id);
  return connection
    ? `${nameOfNode(connection.from)} → ${nameOfNode(connection.to)}`
    : nameOfNode(id);
};

/** Says what the marked lines are, and goes from one place to the next. */
const Chosen = ({
  places,
  isBusy,
  onPlace,
}: {
  readonly places: readonly SourceRange[];
  readonly isBusy: boolean;
  readonly onPlace: (place: SourceRange) => void;
}) => {
  const design = useDesign();
  const selection = useSelection();
  const [at, setAt] = useState<{
    readonly selection: ReadonlySet<string>;
    readonly index: number;
  }>();
  const index = at?.selection === selection ? at.index % Math.max(1, places.length) : 0;
  const next = places[(index + 1) % places.length];
  const [only] = selection;
  const what = selection.size > 1 ? `${selection.size} chosen` : nameOfPart(design, only);
  const lines = lineCount(places);
  const text =
    selection.size === 0
      ? ''
      : lines === 0
        ? `${what}: no lines of its own here`
        : `${what}: ${lines} ${lines === 1 ? 'line' : 'lines'}${places.length > 1 ? ` in ${places.length} places` : ''}`;
  return (
    <div className={classes.chosen}>
      <span className={classes.chosenText} role="status" title={text}>
        {isBusy ? <span className={classes.muted}>Updating… </span> : null}
        {text}
      </span>
      {places.length > 1 && next && (
        <Tooltip label="Next place" openDelay={400} withinPortal>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label="Next place"
            onClick={() => {
              setAt({ selection, index: index + 1 });
              onPlace(next);
            }}
          >
            <NextIcon />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
};
