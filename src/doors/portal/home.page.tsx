import { load } from '#platform/http/page.ts';
import { useLoaderData } from 'react-router';
export const loader = load(({ visit }) => ({ now: visit.now.toISOString() }));
export default function Home() { const { now } = useLoaderData<typeof loader>(); return <h1>{now}</h1>; }
