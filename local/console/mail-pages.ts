import { html, type Markup, page } from '../http/markup.ts';
import type { CapturedMail } from '../mail/captured-mail.ts';

/** A mail may style itself; it may not run or load anything. */
export const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** All mails, newest first. */
export function mailListPage(mails: readonly CapturedMail[]): Markup {
  if (mails.length === 0) return page('Mail', html`<p>No mail was sent yet.</p>`, 3);
  const rows = mails.map(
    (mail) =>
      html`<tr><td>${mail.sentAt}</td><td>${mail.to.join(', ')}</td><td><a href="/_local/mail/view/${mail.id}">${mail.subject || '(no subject)'}</a></td></tr>`,
  );
  const body = html`<table>
<thead><tr><th scope="col">sent</th><th scope="col">to</th><th scope="col">subject</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
  return page('Mail', body, 3);
}

/** One mail: its head, its text, and its HTML in a frame without any rights. */
export function mailPage(mail: CapturedMail): Markup {
  const head = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Cc', mail.cc.join(', ')],
    ['Bcc', mail.bcc.join(', ')],
    ['Sent', mail.sentAt],
  ].filter(([, value]) => value !== '');
  const body = html`<p><a href="/_local/mail/view">All mail</a></p>
<table><tbody>
${head.map(([name = '', value = '']) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}
</tbody></table>
${mail.html === undefined ? html`` : html`<iframe title="The mail in HTML" sandbox srcdoc="${mail.html}"></iframe>`}
${mail.text === undefined ? html`` : html`<pre>${mail.text}</pre>`}`;
  return page(mail.subject || '(no subject)', body);
}
