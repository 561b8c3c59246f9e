import { Outlet } from 'react-router';

export const handle = { script: false };

export default function Frame() {
  return <Outlet />;
}
