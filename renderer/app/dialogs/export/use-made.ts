import { useEffect, useState } from 'react';
import { makeExportOf } from '../../../commands/exporting.ts';
import type { ExportFormat } from '../../../exports/file-names.ts';
import type { MadeExport } from '../../../exports/make-export.ts';
import { useApp } from '../../../store/hooks.ts';

/** An export of the open design: made once, for the dialog is in front of everything that could change it. */
export const useMade = (
  format: ExportFormat,
): { readonly made?: MadeExport; readonly failure?: string } => {
  const app = useApp();
  const [state, setState] = useState<{ readonly made?: MadeExport; readonly failure?: string }>({});
  useEffect(() => {
    let gone = false;
    makeExportOf(app, format).then(
      (made) => gone || setState({ made }),
      (error: unknown) =>
        gone || setState({ failure: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      gone = true;
    };
  }, [app, format]);
  return state;
};
