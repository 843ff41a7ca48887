import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { homeOf } from '../../manager/pages/login_model.mjs';
import { isFor } from '../../manager/pages/shared/links.mjs';

/** The roles of a call, as hall/openapi.yaml has them. */
function rolesOf(path) {
  const text = fs.readFileSync(new URL('../../hall/openapi.yaml', import.meta.url), 'utf8');
  const call = text.slice(text.indexOf(`\n  ${path}:\n    get:`));
  return call.match(/x-roles: \[([^\]]*)\]/)[1].split(', ');
}

test('a link is shown to exactly those whom the hall answers', () => {
  const needs = { './': '/api/v1/reports/waits', 'fairness.html': '/api/v1/reports/fairness',
    'usher.html': '/api/v1/tickets' };
  for (const [page, call] of Object.entries(needs)) {
    for (const role of ['usher', 'duty-manager', 'manager', 'admin', 'technician'])
      assert.equal(isFor(role, page), rolesOf(call).includes(role), `${role} at ${page}`);
  }
});

test('everybody who has a page begins at one of theirs', () => {
  for (const role of ['usher', 'duty-manager', 'manager', 'admin']) assert.ok(isFor(role, homeOf(role)), role);
});
