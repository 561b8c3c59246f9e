import { Outlet } from 'react-router';
import sheet from '#ui/styles/screens-door.css?url';

export const links = () => [{ rel: 'stylesheet', href: sheet }];

export default function Screens() {
  return <Outlet />;
}
