// Stands in the page itself and runs before the app, also in browsers of ten years ago: written in
// ES5. Where the page does not lie in the app's own folder it opens that folder, with the address
// after `#!`. Where the app cannot work it says so. `start-page.ts` fills in the last line.
(function (texts, sections) {
  var app = document.getElementById('app');
  var path = location.pathname;
  var folder = folderOfApp();
  if (folder && folder !== path) {
    var kept = location.hash.slice(0, 3) === '#!/' ? location.hash : '#!' + path;
    // With the host before it: a path may begin with two slashes and name another host.
    location.replace(location.protocol + '//' + location.host + folder + kept);
    return;
  }
  var problem = problemHere();
  // The words of a language, where it is one that the app speaks.
  if (problem) say((texts[(navigator.language || 'en').slice(0, 2)] || texts.en)[problem]);

  // The folder to go to, or nothing where the page stands in it.
  function folderOfApp() {
    var worker = navigator.serviceWorker && navigator.serviceWorker.controller;
    var deep = new RegExp('^(.*/)(?:' + sections.join('|') + ')(?:/[^/]+)*$').exec(path);
    if (deep) return deep[1];
    if (app) return '';
    if (worker) return worker.scriptURL.replace(/^[^:]+:\/\/[^/]*/, '').replace(/[^/]*$/, '');
    // An address that is none of the app's: the folder is somewhere above.
    return path.replace(/[^/]*\/?$/, '');
  }

  function problemHere() {
    if (!app) return 'nowhere';
    if (top !== self) return 'framed';
    if (isTooOld()) return 'old';
    return window.isSecureContext ? '' : 'insecure';
  }

  // One feature of each of the oldest browsers that will do, that those before it lack.
  function isTooOld() {
    return !(
      'noModule' in document.createElement('script') &&
      window.indexedDB &&
      window.DecompressionStream &&
      [].findLast &&
      window.CSS &&
      CSS.supports &&
      CSS.supports('container-type', 'size')
    );
  }

  function say(lines) {
    var main = document.createElement('main');
    main.style.cssText = 'max-width:34em;margin:0 auto;padding:2em 1em;font:1.2em/1.5 sans-serif';
    for (var index = 0; index < lines.length; index += 1) {
      var line = document.createElement(index === 0 ? 'h1' : 'p');
      line.appendChild(document.createTextNode(lines[index]));
      main.appendChild(line);
    }
    // The app draws nothing where its place is gone.
    if (app) app.parentNode.replaceChild(main, app);
    else document.body.appendChild(main);
  }
})(TEXTS, SECTIONS);
