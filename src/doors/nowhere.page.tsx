import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';

export const loader = load(({ url }) => {
  throw new NotFound(url.pathname);
});

export default function Nowhere() {
  return null;
}
