import { Accordion, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useApp } from '../../store/hooks.ts';
import { Mark } from '../../ui/glyphs.tsx';
import classes from './about-dialog.module.css';
import { DialogFrame } from './dialog-frame.tsx';

interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** Version, what Isobar is, and whose work is in it. */
const AboutDialog = () => {
  const app = useApp();
  const { version, kind, platform, capabilities } = app.state.host;
  const [licences, setLicences] = useState<readonly Licence[]>();
  useEffect(() => {
    // A file of the app itself, made when it was built.
    fetch(new URL('licences.json', document.baseURI))
      .then((answer) => (answer.ok ? (answer.json() as Promise<readonly Licence[]>) : []))
      .then(setLicences, () => setLicences([]));
  }, []);
  return (
    <DialogFrame title="About Isobar" size="lg">
      <div className={classes.head}>
        <Mark size="3.25rem" />
        <div>
          <strong className={classes.name}>Isobar {version}</strong>
          <div className={classes.quiet}>
            {kind === 'electron' ? 'Desktop' : 'Browser'} on{' '}
            {platform === 'mac' ? 'macOS' : platform === 'windows' ? 'Windows' : 'Linux'}. MIT
            licence.
          </div>
        </div>
      </div>
      <p>
        Isobar works offline: your designs stay on this machine, and nothing is sent anywhere.
        {capabilities.updates && ' It asks for new versions only if you turn that on in Settings.'}{' '}
        It is not made or endorsed by Amazon Web Services. AWS, its names and its architecture icons
        belong to Amazon.com, Inc. or its affiliates.
      </p>
      <h3 className={classes.heading}>With the work of others</h3>
      {licences === undefined && <Loader size="sm" />}
      {licences?.length === 0 && (
        <p className={classes.quiet}>The list of licences is made when the app is built.</p>
      )}
      {licences && licences.length > 0 && (
        <section className={classes.licences} aria-label="Licences">
          <Accordion variant="default" chevronPosition="left" order={4}>
            {licences.map(({ name, version: made, licence, text }) => (
              <Accordion.Item key={name} value={name}>
                <Accordion.Control>
                  {name} <span className={classes.quiet}>{made}</span>
                  <span className={classes.licence}>{licence}</span>
                </Accordion.Control>
                <Accordion.Panel>
                  <pre className={classes.text}>
                    {text === '' ? `Under the ${licence} licence.` : text}
                  </pre>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </section>
      )}
    </DialogFrame>
  );
};

export default AboutDialog;
