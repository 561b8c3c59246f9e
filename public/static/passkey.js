// Forms that need a key: data-passkey says «get» or «create», data-options what the server asks (WebAuthn Level 3 JSON).
// What the browser answers goes into the form's field `credential`, and the form goes its ordinary way.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  const kind = form.dataset?.passkey;
  if (!kind || form.elements.credential.value) return;
  event.preventDefault();
  const refused = form.querySelector('[data-passkey-refused]');
  refused.hidden = true;
  try {
    const options = JSON.parse(form.dataset.options);
    const credential = kind === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch {
    // Cancelled, too slow, or no such key: the person may try again.
    refused.hidden = false;
  }
}, true);
