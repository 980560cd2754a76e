import { SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Subject } from '../../../../shared/graph/graph.ts';
import { isNode } from '../../../../shared/graph/property-values.ts';
import type { Design } from '../../../../shared/model/design.ts';
import { logicalIds } from '../../../../shared/model/logical-id.ts';
import { requestExport } from '../../../exports/exporter.ts';
import type { MadeExport } from '../../../exports/make-export.ts';
import { useApp, useDesign, useView } from '../../../store/hooks.ts';
import classes from './code.module.css';
import { snippetsOf } from './snippets.ts';

const formats = [
  { value: 'sam', label: 'SAM' },
  { value: 'cdk', label: 'CDK' },
] as const;
type Format = (typeof formats)[number]['value'];

/** How long nothing must change before the code is made anew. */
const pause = 200;

interface Made {
  readonly design: Design;
  readonly format: Format;
  readonly made: MadeExport;
}

/** An export of the open design, made beside the window and again after each pause in editing. */
const useExport = (
  format: Format,
): { readonly made: Made | undefined; readonly failure: string } => {
  const app = useApp();
  const design = useDesign();
  const [made, setMade] = useState<Made>();
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let isGone = false;
    const make = (): void => {
      const today = new Date(app.parts.now()).toISOString().slice(0, 10);
      requestExport({ design, format, today }).then(
        (next) => {
          if (isGone) return;
          setFailure('');
          setMade({ design, format, made: next });
        },
        (error: unknown) => {
          if (!isGone) setFailure(error instanceof Error ? error.message : String(error));
        },
      );
    };
    const timer = setTimeout(make, pause);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [app, design, format]);
  return { made: made?.format === format ? made : undefined, failure };
};

/** What a node or connection becomes in SAM and in the CDK. */
export const NodeCode = ({ owner }: { readonly owner: Subject }) => {
  const design = useDesign();
  const shown = useView('code').format;
  const [format, setFormat] = useState<Format>(shown === 'cdk' ? 'cdk' : 'sam');
  const { made, failure } = useExport(format);
  const id = isNode(owner) ? logicalIds(design).get(owner.id) : undefined;
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label="Language of the export"
          data={formats.map((item) => ({ ...item }))}
          value={format}
          onChange={(next) => setFormat(next === 'cdk' ? 'cdk' : 'sam')}
        />
        {id !== undefined && (
          <span className={classes.id}>
            logical id <code>{id}</code>
          </span>
        )}
      </div>
      {failure !== '' && <p role="alert">The code could not be made: {failure}</p>}
      {made ? <Snippets made={made} owner={owner} /> : <p>Writing the code…</p>}
    </div>
  );
};

const Snippets = ({ made, owner }: { readonly made: Made; readonly owner: Subject }) => {
  const app = useApp();
  const snippets = snippetsOf(made.made, owner.id);
  const { problems } = made.made;
  if (problems.length > 0)
    return (
      <div>
        <p>The design cannot be exported as it is:</p>
        <ul>
          {problems.slice(0, 5).map(({ message, at }) => (
            <li key={`${at} ${message}`}>{message}</li>
          ))}
        </ul>
      </div>
    );
  if (snippets.length === 0)
    return (
      <p>
        {isNode(owner)
          ? `${owner.name} writes nothing of its own: it is there for the drawing, or others write what it means.`
          : 'This connection writes nothing of its own: what it means stands with the nodes it joins.'}
      </p>
    );
  return snippets.map(({ path, first, text }) => (
    <figure key={`${path} ${first}`} className={classes.snippet}>
      <figcaption>
        <span title={path}>{path}</span>
        <span>line {first}</span>
        <button type="button" onClick={() => void app.parts.host.writeClipboard(text)}>
          Copy
        </button>
        <button
          type="button"
          onClick={() =>
            app.setView(({ code, open }) => ({
              bottomTab: 'code',
              open: { ...open, bottom: true },
              code: {
                ...code,
                format: made.format,
                files: { ...code.files, [made.format]: path },
              },
            }))
          }
        >
          Show in file
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section tabIndex={0} aria-label={`${path}, from line ${first}`}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
    </figure>
  ));
};
