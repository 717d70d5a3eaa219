export const pageStyle = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem 1.5rem 3rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
a { color: #005ea2; }
a:focus, button:focus, .rows:focus { outline: 0.25rem solid #2491ff; outline-offset: 0.125rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
h1 { margin: 0.5rem 0; font-size: 1.75rem; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.25rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 1rem; margin: 0; }
dt { font-weight: 700; }
dd { margin: 0; }
.rows { overflow-x: auto; }
table { border-collapse: collapse; }
caption { padding: 0.25rem 0; text-align: left; font-weight: 700; }
th, td { padding: 0.25rem 0.625rem; border: 1px solid #a9aeb1; text-align: left; vertical-align: top; unicode-bidi: isolate; }
thead th { background: #f0f0f0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.pager { display: flex; gap: 0.75rem; align-items: center; margin: 0.5rem 0; }
.pager[hidden] { display: none; }
button { padding: 0.375rem 0.75rem; font: inherit; border: 2px solid #005ea2; border-radius: 0.25rem; color: #005ea2; background: #fff; cursor: pointer; }
button:disabled { border-color: #757575; color: #757575; cursor: default; }
@media print { .skip, .pager, .back { display: none; } .rows { overflow: visible; } }
`;
