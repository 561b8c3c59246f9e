// Counts the pages of a site for its institution: no cookie, no storage, nothing of who looks. It is served as it stands, without
// these lines, and must stay under 1,000 bytes gzipped (a test measures it).
(function (w, d, n, h) {
  var me = d.currentScript,
    to = new URL('visits', me.src),
    seen = [],
    at,
    last = d.referrer,
    timer;
  if (n.doNotTrack == 1 || w.doNotTrack == 1 || n.globalPrivacyControl) return;
  function send() {
    clearTimeout(timer);
    timer = 0;
    while (seen.length) {
      var id = Date.now().toString(36) + Math.random().toString(36).slice(2) + seen.length;
      if (!n.sendBeacon(to, JSON.stringify({ site: me.dataset.site, host: location.host, id: id, views: seen.slice(0, 20) }))) break;
      seen.splice(0, 20);
    }
  }
  function look() {
    var path = location.pathname;
    if (path == at) return;
    at = path;
    seen.push({
      path: path.slice(0, 2000),
      from: last.slice(0, 2000),
      medium: (new URLSearchParams(location.search).get('utm_medium') || '').slice(0, 40),
    });
    last = location.origin;
    if (seen.length > 19) send();
    else timer = timer || setTimeout(send, 2000);
  }
  function begin() {
    look();
    ['pushState', 'replaceState'].forEach(function (name) {
      var own = h[name];
      h[name] = function () {
        own.apply(h, arguments);
        look();
      };
    });
    w.addEventListener('popstate', look);
    w.addEventListener('pageshow', function (e) {
      if (e.persisted) look((at = ''));
    });
    w.addEventListener('pagehide', send);
    d.addEventListener('visibilitychange', function () {
      if (d.hidden) send();
    });
  }
  if (d.prerendering) d.addEventListener('prerenderingchange', begin, { once: true });
  else begin();
})(window, document, navigator, history);
