import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import {
  copyPicture,
  copyText,
  nameFor,
  pngBytes,
  saveOne,
  svgOf,
  themeNow,
} from '../../../commands/exporting.ts';
import { pixelsOf, sizeOfSvg } from '../../../exports/picture-size.ts';
import { useApp } from '../../../store/hooks.ts';
import type { ChoiceInfo } from './export-choices.ts';
import classes from './export-dialog.module.css';
import { type ExportMemory, remember, remembered } from './remembered.ts';

const scales = [1, 2, 3] as const;

/** A picture of the whole design, as it will be. */
export const PictureExport = ({ choice }: { readonly choice: ChoiceInfo }) => {
  const app = useApp();
  const isPng = choice.id === 'png';
  const [options, setOptions] = useState(remembered);
  const theme = options.theme ?? themeNow();
  const { transparent, scale } = options;
  const [svg, setSvg] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const id = useId();
  useEffect(() => {
    let gone = false;
    svgOf(app, { theme, transparent }).then(
      (drawn) => gone || setSvg(drawn),
      (error: unknown) =>
        gone || setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
    };
  }, [app, theme, transparent]);
  const set = (change: Partial<ExportMemory>): void => {
    remember(change);
    setOptions(remembered());
  };
  const name = nameFor(app, 'svg').replace(/\.svg$/, isPng ? '.png' : '.svg');
  const save = async (): Promise<void> => {
    if (svg === undefined) return;
    setBusy(true);
    try {
      if (await saveOne(app, name, isPng ? await pngBytes(svg, scale) : svg))
        app.openDialog(undefined);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const size = svg === undefined ? undefined : pixelsOf(sizeOfSvg(svg), isPng ? scale : 1);
  return (
    <section className={classes.main} aria-label={choice.title}>
      <div className={classes.content}>
        <div className={classes.options}>
          <span id={`${id}-theme`} className={classes.optionLabel}>
            Colours
          </span>
          <SegmentedControl
            size="xs"
            aria-labelledby={`${id}-theme`}
            data={[
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            value={theme}
            onChange={(value) => set({ theme: value === 'dark' ? 'dark' : 'light' })}
          />
          {isPng && (
            <>
              <span id={`${id}-scale`} className={classes.optionLabel}>
                Size
              </span>
              <SegmentedControl
                size="xs"
                aria-labelledby={`${id}-scale`}
                data={scales.map((value) => ({ value: String(value), label: `${value}×` }))}
                value={String(scale)}
                onChange={(value) =>
                  set({ scale: scales.find((item) => String(item) === value) ?? 2 })
                }
              />
            </>
          )}
          <Switch
            size="xs"
            label="Transparent ground"
            checked={transparent}
            onChange={({ currentTarget }) => set({ transparent: currentTarget.checked })}
          />
        </div>
        {failure !== undefined && (
          <p className={classes.problem} role="alert">
            {failure}
          </p>
        )}
        <div className={classes.preview} data-theme={theme} data-transparent={transparent}>
          {svg === undefined ? (
            failure === undefined && <p className={classes.hint}>Drawing…</p>
          ) : (
            <Preview svg={svg} />
          )}
        </div>
      </div>
      <footer className={classes.footer}>
        <span className={classes.summary}>
          {size ? `${name}, ${size.width} × ${size.height} pixels` : name}
        </span>
        <Button
          variant="default"
          disabled={svg === undefined}
          onClick={() =>
            svg !== undefined &&
            void (isPng ? copyPicture(app, svg, scale) : copyText(app, 'the SVG as text', svg))
          }
        >
          Copy
        </Button>
        <Button disabled={svg === undefined} loading={isBusy} onClick={() => void save()}>
          Save…
        </Button>
      </footer>
    </section>
  );
};

/** The picture as an image, so that nothing in it is part of the page. */
const Preview = ({ svg }: { readonly svg: string }) => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address === undefined ? null : (
    <img className={classes.image} src={address} alt="The design as it will be exported" />
  );
};
