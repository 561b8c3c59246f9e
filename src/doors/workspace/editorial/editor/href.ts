/** Where a link may lead: the same rule by which the house reads a text (`href` of the domain), so that nothing is refused later. */
const allowed = /^(https?:\/\/[^\s]+|mailto:[^\s]+|tel:[+\d\s().-]+|\/(?!\/)[^\s\\]*|#[\w-]+)$/i;

export const isHref = (text: string): boolean => text.length <= 2000 && allowed.test(text);

/** What somebody typed as an address: `predial.puertoclaro.gov.co` and `nombre@entidad.gov.co` get what they lack; null when it is none. */
export function hrefOf(typed: string): string | null {
  const text = typed.trim();
  if (isHref(text)) return text;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  if (/^[\w-]+(\.[\w-]+)+([/?#][^\s]*)?$/.test(text)) return `https://${text}`;
  return null;
}
