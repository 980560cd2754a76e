import { ActionIcon, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RecentFile } from '../../../shared/host/host-api.ts';
import { useApp } from '../../store/hooks.ts';
import { CloseIcon } from '../../ui/glyphs.tsx';
import { loadCore } from '../load-core.ts';
import { DesignCard } from './design-card.tsx';
import classes from './home.module.css';
import { dropPicture, getPicture } from './picture-shelf.ts';
import { agoInWords, plainName } from './words.ts';

/** As many as are worth looking at; the others are reached by Open. */
const most = 12;

/** Designs that were open lately, with their pictures. */
export const RecentDesigns = () => {
  const app = useApp();
  const { host, now } = app.parts;
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    let isGone = false;
    void host.recentFiles().then((found) => {
      if (!isGone) setFiles(found.slice(0, most));
    });
    return () => {
      isGone = true;
    };
  }, [host]);
  if (files.length === 0) return null;
  const forget = async ({ file }: RecentFile): Promise<void> => {
    setFiles((shown) => shown.filter((other) => other.file.id !== file.id));
    await Promise.all([host.forgetRecentFile(file), dropPicture(file.id)]);
  };
  return (
    <section aria-labelledby="home-recent">
      <h2 id="home-recent" className={classes.heading}>
        Recent designs
      </h2>
      <ul className={classes.cards}>
        {files.map((recent) => (
          <li key={recent.file.id}>
            <RecentCard recent={recent} now={now()} onForget={() => forget(recent)} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const RecentCard = ({
  recent: { file, openedAt },
  now,
  onForget,
}: {
  readonly recent: RecentFile;
  readonly now: number;
  readonly onForget: () => Promise<void>;
}) => {
  const app = useApp();
  const name = plainName(file.name);
  const picture = useKeptPicture(file.id);
  return (
    <DesignCard
      picture={picture}
      title={name}
      line={
        <>
          {file.folder !== '' && <span className={classes.folder}>{file.folder}</span>}
          <span>{agoInWords(openedAt, now)}</span>
        </>
      }
      onClick={async () => (await loadCore(app)).openRecent(app, file)}
      extra={
        <Tooltip label="Forget this design (its file stays)">
          <ActionIcon
            className={classes.forget ?? ''}
            variant="default"
            size="sm"
            aria-label={`Forget ${name}`}
            onClick={onForget}
          >
            <CloseIcon />
          </ActionIcon>
        </Tooltip>
      }
    />
  );
};

/** The kept picture of a file, as addresses. */
const useKeptPicture = (id: string) => {
  const [picture, setPicture] = useState<{ light: string; dark: string }>();
  useEffect(() => {
    let isGone = false;
    let made: { light: string; dark: string } | undefined;
    const address = (svg: string): string =>
      URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    void getPicture(id).then((kept) => {
      if (!kept || isGone) return;
      made = { light: address(kept.light), dark: address(kept.dark) };
      setPicture(made);
    });
    return () => {
      isGone = true;
      if (made) for (const url of Object.values(made)) URL.revokeObjectURL(url);
    };
  }, [id]);
  return picture;
};
