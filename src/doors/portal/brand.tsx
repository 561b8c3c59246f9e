import { Emblem } from '#ui/emblem.tsx';
import { usePortal } from './portal.ts';

export function Brand() {
  const institution = usePortal()?.institution;
  if (!institution) return null;
  return (
    <a className="brand" href="/">
      <Emblem file={institution.emblem} name={institution.name} />
      <span>
        {institution.kind} <b>{institution.name}</b>
      </span>
    </a>
  );
}
