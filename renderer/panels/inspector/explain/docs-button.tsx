import { useApp } from '../../../store/hooks.ts';
import { OpenSign } from '../../../ui/fields/signs.tsx';
import { docsAddress, docsTitle } from './docs-page.ts';
import classes from './explain.module.css';

/** Opens AWS's page in the system's browser; the person sees where it leads. */
export const DocsButton = ({
  page,
  title,
}: {
  /** The address of a page, or its title. */
  readonly page: string;
  readonly title?: string;
}) => {
  const app = useApp();
  const address = docsAddress(page);
  if (address === undefined) return null;
  const open = async (): Promise<void> => {
    const opened = await app.parts.host.openDocumentation(address);
    if (!opened.ok) app.notify({ tone: 'error', text: opened.error.message });
  };
  return (
    <button type="button" className={classes.docs} title={address} onClick={() => void open()}>
      <OpenSign />
      <span>
        <span className={classes.docsLabel}>AWS documentation</span>
        {title ?? (address === page ? docsTitle(page) : page)}
      </span>
    </button>
  );
};
