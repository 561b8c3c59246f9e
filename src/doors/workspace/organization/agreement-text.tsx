/** The text as it is signed, paragraph by paragraph. */
export function AgreementText({ title, body }: { title: string; body: string }) {
  return (
    <article className="manuscript read">
      <h2>{title}</h2>
      {body.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </article>
  );
}
