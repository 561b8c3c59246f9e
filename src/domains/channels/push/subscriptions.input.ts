import { z } from 'zod';

/** What a browser hands over when somebody lets the house show notices on it (W3C Push API, `PushSubscription`). */
export const pushSubscriptionInput = z.object({
  endpoint: z.string('push.no_device').min(1, 'push.no_device').max(2000, 'push.no_device'),
  p256dh: z.string('push.no_device').min(1, 'push.no_device').max(200, 'push.no_device'),
  auth: z.string('push.no_device').min(1, 'push.no_device').max(100, 'push.no_device'),
});
export const pushDeviceInput = z.object({ subscription: z.coerce.number('input.choice').int('input.choice').positive('input.choice') });

export type PushSubscriptionInput = z.output<typeof pushSubscriptionInput>;
