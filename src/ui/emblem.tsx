import { initials } from './state.tsx';

/** The institution's emblem, or its initials in a ring while it has none. */
export function Emblem({ file, name }: { file: string | null; name: string }) {
  if (file) return <img className="emblem" src={`/files/${file}/thumb`} alt="" width="56" height="56" />;
  return (
    <svg className="emblem" viewBox="0 0 56 56" aria-hidden="true">
      <circle cx="28" cy="28" r="27" fill="none" stroke="currentColor" strokeWidth="2" />
      <text x="28" y="35" textAnchor="middle" fontSize="20" fontWeight="800" fill="currentColor">
        {initials(name)}
      </text>
    </svg>
  );
}
