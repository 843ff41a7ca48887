// Which pages somebody's role can use: the others' links are left out.
import { lastLoginText } from './account_news.mjs';
import { get } from './api.mjs';
import { el } from './page.mjs';
import { language } from './words.mjs';

const kReports = ['duty-manager', 'manager', 'admin'];
const kPages = { './': kReports, 'fairness.html': kReports, 'usher.html': ['usher', 'duty-manager', 'manager'] };

/** Whether a page, as a link names it, is of use to that role. */
export function isFor(role, href) {
  return !(href in kPages) || kPages[href].includes(role);
}

/** Says when and from where its user has logged in before, in whichever language the page has. */
function showLastLogin(news) {
  const line = el('p', { class: 'muted' });
  const draw = () => { line.textContent = lastLoginText(news, language()); };
  draw();
  new globalThis.MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['lang'] });
  document.querySelector('.foot')?.prepend(line);
}

/** Hides the links to pages that the hall would refuse. Gives the role; empty: nobody is logged in. */
export async function showOwnLinks() {
  const who = await get('/api/v1/sessions/current');
  if (!who.ok) return '';
  for (const link of document.querySelectorAll('nav a'))
    link.hidden = !isFor(who.data.role, link.getAttribute('href'));
  showLastLogin(who.data.sinceLastLogin);
  return who.data.role;
}
