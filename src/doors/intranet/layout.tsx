import { Outlet } from 'react-router';

export const handle = { script: true };

export default function Frame() {
  return <Outlet />;
}
