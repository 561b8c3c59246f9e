import { load } from '#platform/http/page.ts';
import { Forbidden } from '#platform/refusal.ts';

export const loader = load(({ url }) => {
  throw new Forbidden(url.pathname);
});

export default function NotAllowed() {
  return null;
}
