/** Stylesheet of the docs page: paper, ink and lines of the house; one column on a phone, contents beside at a desk. */
export const docsStyle = `
:root { --ink: #23282e; --quiet: #5a6068; --brand: #1d4f7c; --red: #b02c23; --paper: #fdfcf9; --desk: #f3f1ec; --line: #e6e3db; }
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; }
body { margin: 0; color: var(--ink); background: var(--desk); font: 17px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
header, nav, main { padding: 16px; }
header { background: var(--paper); border-bottom: 1px solid var(--line); }
h1, h2, h3 { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", serif; line-height: 1.4; }
h1 { margin: 0; font-size: 26px; color: var(--brand); }
h2 { margin: 32px 0 12px; font-size: 22px; }
h3 { margin: 0 0 4px; font-size: 19px; }
h4 { margin: 20px 0 4px; font-size: 15px; color: var(--quiet); font-weight: 600; }
p { margin: 4px 0; }
a { color: var(--brand); text-underline-offset: 3px; }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
code, pre { font-family: ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: 0.88em; font-variant-numeric: tabular-nums; }
pre { margin: 4px 0; padding: 12px; background: var(--desk); border: 1px solid var(--line); border-radius: 4px; overflow-x: auto; max-height: 480px; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav li a, nav summary { display: block; padding: 8px 0; min-height: 44px; }
nav summary { font-weight: 600; cursor: pointer; }
nav li a { text-decoration: none; padding-left: 16px; }
nav li a:hover { text-decoration: underline; }
article { margin: 0 0 16px; padding: 16px; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
article:target { border-color: var(--brand); }
.call b { color: var(--brand); }
.call b.delete { color: var(--red); }
.fields { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.fields li { padding: 8px 0; border-bottom: 1px solid var(--line); }
.fields span.name, .fields span.type { display: block; }
.type, .limits, .kind { color: var(--quiet); font-size: 15px; }
.limits { margin-left: 8px; }
.must { color: var(--red); font-size: 13px; font-weight: 600; }
@media (min-width: 900px) {
  body { display: grid; grid-template-columns: 300px minmax(0, 1fr); grid-template-rows: auto 1fr; font-size: 15px; }
  header { grid-column: 1 / -1; padding: 20px 32px; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 16px 12px 16px 32px; }
  nav li a, nav summary { min-height: 0; padding-top: 3px; padding-bottom: 3px; }
  main { max-width: 1080px; padding: 0 32px 64px; }
  .type, .limits, .kind { font-size: 14px; }
  .fields li { display: grid; grid-template-columns: 240px minmax(0, 1fr) minmax(0, 1fr); column-gap: 16px; }
}
@media print {
  nav { display: none; }
  body { display: block; background: none; font-size: 11pt; }
  article { break-inside: avoid; border: 0; border-top: 1px solid var(--line); border-radius: 0; }
}
`
