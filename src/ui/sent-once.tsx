import { useEffect, useRef } from 'react';
import { useLocation, useNavigation } from 'react-router';

interface Sent {
  readonly form: EventTarget | null;
  readonly pressed: HTMLElement | null;
}

const anyway = 500;

/** A form that is on its way is not sent again by the second press of a double click: its work would be done twice. */
export function SentOnce() {
  const { state } = useNavigation();
  const { key } = useLocation();
  const under = useRef<Sent | null>(null);
  const going = useRef(false);

  useEffect(() => {
    going.current = state !== 'idle';
    if (state === 'idle') under.current = null;
  }, [state, key]);

  useEffect(() => {
    const once = (event: SubmitEvent) => {
      const sent: Sent = { form: event.target, pressed: event.submitter };
      if (!(sent.form instanceof HTMLFormElement) || sent.form.method !== 'post') return;
      if (under.current?.form === sent.form && under.current.pressed === sent.pressed) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      under.current = sent;
      // What goes by no navigation is not waited for.
      setTimeout(() => {
        if (!going.current && under.current === sent) under.current = null;
      }, anyway);
    };
    // Before React hears of it.
    window.addEventListener('submit', once, true);
    return () => window.removeEventListener('submit', once, true);
  }, []);
  return null;
}
