import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApp, useSetting } from '../../store/hooks.ts';
import classes from './settings-dialog.module.css';
import { Part, Toggle } from './settings-rows.tsx';

/** Whether new versions are looked for: off until somebody turns it on, with what that means said beside it. */
export const Updates = () => {
  const app = useApp();
  const isOn = useSetting('checkUpdates');
  const [told, setTold] = useState('');
  const look = async (): Promise<void> => {
    setTold('Asking …');
    const answer = await app.parts.host.checkForUpdate(true);
    if (!answer.ok) setTold(answer.error.message);
    else if (answer.value.isNewer) setTold(`Isobar ${answer.value.newest} is there.`);
    else setTold(`This is the newest version, ${app.state.host.version}.`);
  };
  return (
    <Part title="New versions">
      <Toggle
        label="Look for new versions"
        line="Off, Isobar makes no request to any other machine. On, it asks api.github.com at each start which version is the newest, and sends nothing with it: no design, no name, no version. Nothing is downloaded or installed."
        isOn={isOn}
        onChange={(checkUpdates) => {
          setTold('');
          app.setSettings({ checkUpdates });
        }}
      />
      {isOn && (
        <div className={classes.row}>
          {/* What came of it is read aloud when it comes. */}
          <output>{told}</output>
          <span>
            <Button size="xs" variant="default" onClick={() => void look()}>
              Look now
            </Button>{' '}
            <Button size="xs" variant="subtle" onClick={() => void app.parts.host.openUpdatePage()}>
              Open the page of the newest version
            </Button>
          </span>
        </div>
      )}
    </Part>
  );
};
