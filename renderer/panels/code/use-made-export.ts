import { useEffect, useState } from 'react';
import type { Design } from '../../../shared/model/design.ts';
import { requestExport } from '../../exports/exporter.ts';
import type { MadeExport } from '../../exports/make-export.ts';
import { useApp, useDesign } from '../../store/hooks.ts';
import type { CodeFormat } from '../../store/view.ts';

/** How long nothing must change before code is made anew: one word typed is one export. */
const pause = 150;

interface Made {
  readonly design: Design;
  readonly made: MadeExport;
  /** The last one that had files: shown, greyed, while there is no newer one. */
  readonly good: MadeExport | undefined;
}

/** The code of a design as far as it is known. */
export interface CodeState {
  readonly made: MadeExport | undefined;
  readonly good: MadeExport | undefined;
  /** The code is that of the design as it is now. */
  readonly isCurrent: boolean;
  readonly failure: string | undefined;
}

/** The open design in a format, made in a worker and again after every edit; one at a time. */
export const useMadeExport = (format: CodeFormat): CodeState => {
  const app = useApp();
  const design = useDesign();
  const [all, setAll] = useState<Partial<Record<CodeFormat, Made>>>({});
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly design: Design; readonly text: string }>();
  const known = all[format];
  const isCurrent = known?.design === design;
  const hasFailed = failure?.design === design;

  useEffect(() => {
    if (isCurrent || isBusy || hasFailed) return;
    const make = (): void => {
      setBusy(true);
      const today = new Date(app.parts.now()).toISOString().slice(0, 10);
      requestExport({ design, format, today })
        .then(
          (made) =>
            setAll((before) => ({
              ...before,
              [format]: {
                design,
                made,
                good: made.files.length > 0 ? made : before[format]?.good,
              },
            })),
          (error: unknown) =>
            setFailure({ design, text: error instanceof Error ? error.message : String(error) }),
        )
        .finally(() => setBusy(false));
    };
    const timer = setTimeout(make, known ? pause : 0);
    return () => clearTimeout(timer);
  }, [app, design, format, known, isCurrent, isBusy, hasFailed]);

  return {
    made: known?.made,
    good: known?.good,
    isCurrent,
    failure: hasFailed ? failure.text : undefined,
  };
};
