import { useView } from '../store/hooks.ts';

/** Whatever dialog is open. */
const Dialogs = () => {
  const dialog = useView('dialog');
  return dialog === undefined ? null : null;
};

export default Dialogs;
