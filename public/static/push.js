// Forms that turn notices on: data-push is the house's public key (RFC 8292). Nothing is asked before somebody presses the button; what
// the browser answers (W3C Push API) goes into the form's fields, and the form goes its ordinary way.
document.addEventListener(
  'submit',
  async (event) => {
    const form = event.target;
    const key = form.dataset?.push;
    if (!key || form.elements.endpoint.value) return;
    event.preventDefault();
    const refused = form.querySelector('[data-push-refused]');
    refused.hidden = true;
    try {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('not granted');
      await navigator.serviceWorker.register('/static/push-worker.js');
      const worker = await ready('/static/');
      const old = await worker.pushManager.getSubscription();
      await old?.unsubscribe();
      const { endpoint, keys } = (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
      form.elements.endpoint.value = endpoint;
      form.elements.p256dh.value = keys.p256dh;
      form.elements.auth.value = keys.auth;
      form.submit();
    } catch {
      // Not allowed, not known to this browser, or its push service did not answer: the person may try again.
      refused.hidden = false;
    }
  },
  true,
);

async function ready(scope) {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  const worker = registration.installing ?? registration.waiting;
  if (!registration.active && worker)
    await new Promise((go) => worker.addEventListener('statechange', () => worker.state === 'activated' && go()));
  return registration;
}
