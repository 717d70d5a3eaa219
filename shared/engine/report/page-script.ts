/**
 * The one script of a report: turns the pages of a rule that has more rows than stand in the page. It draws with
 * textContent only and reads nothing but the JSON beside the table; without it the first rows and all links work.
 */
export const pageScript = `
'use strict';
for (const pager of document.querySelectorAll('.pager')) {
  const [back, next] = pager.querySelectorAll('button');
  const status = pager.querySelector('[role=status]');
  const table = document.getElementById(pager.dataset.table);
  const first = table.tBodies[0];
  const size = first.rows.length;
  let rest;
  let page = 0;
  const cell = (value) => {
    const td = document.createElement('td');
    if (typeof value === 'number') td.className = 'number';
    td.textContent = value === null ? '' : value === true ? 'Yes' : value === false ? 'No' : String(value);
    return td;
  };
  const body = () => {
    if (page === 0) return first;
    rest ??= JSON.parse(document.getElementById(pager.dataset.rest).textContent);
    const drawn = document.createElement('tbody');
    for (const row of rest.slice((page - 1) * size, page * size)) {
      const tr = document.createElement('tr');
      tr.append(...row.map(cell));
      drawn.append(tr);
    }
    return drawn;
  };
  const total = Number(pager.dataset.rows);
  const show = () => {
    table.replaceChild(body(), table.tBodies[0]);
    const to = Math.min((page + 1) * size, total);
    status.textContent = 'Rows ' + (page * size + 1).toLocaleString('en-US') + ' to ' + to.toLocaleString('en-US') + ' of ' + total.toLocaleString('en-US');
    back.disabled = page === 0;
    next.disabled = to === total;
  };
  back.addEventListener('click', () => { page -= 1; show(); });
  next.addEventListener('click', () => { page += 1; show(); });
  pager.hidden = false;
  show();
}
`;
