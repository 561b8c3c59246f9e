// Shows what the house says on this device, and opens its page with one press. It keeps nothing and stands between nothing.
addEventListener('install', () => skipWaiting());

addEventListener('push', (event) => {
  const { title, body, path, tag, language } = event.data?.json() ?? {};
  if (!title) return;
  event.waitUntil(registration.showNotification(title, { body, tag, lang: language, icon: '/static/mark.svg', data: { path } }));
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  // Only places of this house: a notice leads nowhere else.
  const { href, origin } = new URL(event.notification.data?.path ?? '/', location.origin);
  if (origin === location.origin) event.waitUntil(open(href));
});

async function open(href) {
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find((one) => one.url.split('#')[0] === href.split('#')[0]);
  return page ? page.focus() : clients.openWindow(href);
}
