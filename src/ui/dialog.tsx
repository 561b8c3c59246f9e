import { useEffect, useId, useRef, type ReactNode } from 'react';

interface Props {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The deed, named by its verb, and the way back: «Detener 4.266 correos» / «Seguir enviando». */
  readonly actions: ReactNode;
  readonly onClose: () => void;
}

/**
 * A question over the page. The browser keeps the focus inside and gives it back; Escape closes. Where there is no script, the
 * page asks the same on an address of its own.
 */
export function Dialog({ open, title, children, actions, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);

  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="actions">{actions}</div>
    </dialog>
  );
}
