/** The mark: a bell on its side, since a bell is a horn. */
export function Mark({ name = 'Pregón' }: { name?: string | null }) {
  return (
    <>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M3.2 9.2C4.6 6.6 8 6.3 11 5.6c2.3-.5 3.6-1.7 4.4-3.4.3-.6.7-1 1.4-1 .9 0 1.4.6 1.4 1.4v18.800c0 .8-.5 1.4-1.4 1.4-.7 0-1.1-.4-1.4-1-.8-1.7-2.100-2.900-4.4-3.400-3-.7-6.400-1-7.800-3.600-.9-1.700-.9-3.900 0-5.600Z" />
        <path d="M20 8.700a3.400 3.400 0 0 1 0 6.600Z" />
      </svg>
      {name}
    </>
  );
}
