import type { Hono } from 'hono';
import type { PageDoor } from '#platform/http/pages.ts';
import type { HouseEnv } from '#platform/http/server.ts';
import type { App } from '#platform/http/visit.ts';
import { api } from './api/door.ts';
import { files } from './api/files.ts';
import { hooks } from './hooks/hooks.ts';
import { addresses as entry } from './entry/routes.ts';
import { addresses as intranet } from './intranet/routes.ts';
import { brand } from './portal/brand.ts';
import { mailPictures } from './portal/pictures/mail-pictures.ts';
import { addresses as portal } from './portal/routes.ts';
import { devices } from './screens/devices.ts';
import { addresses as screens } from './screens/routes.ts';
import { addresses as workspace } from './workspace/routes.ts';

interface Doors {
  readonly pages: readonly PageDoor[];
  readonly machines: (app: App) => readonly (readonly [prefix: string, door: Hono<HouseEnv>])[];
}

/** Who comes in, and by which door. */
export const doors: Doors = {
  pages: [
    { addresses: entry, kept: false, scripted: true },
    { addresses: workspace, kept: false, scripted: true },
    { addresses: intranet, kept: false, scripted: true },
    { addresses: screens, kept: false, scripted: false },
    { addresses: portal, kept: true, scripted: false },
  ],
  machines: (app) => [
    ['/hooks', hooks],
    ['/files', files],
    ['/pictures', mailPictures],
    ['/brand.css', brand(app)],
    ['/api/v1', api],
    ['/screens', devices],
  ],
};
