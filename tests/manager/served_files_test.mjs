// What a page or a module names must be among the files that the hall serves: a page without one of its modules stays
// empty, and no test of the modules alone sees it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';

const root = process.env.STARQUEUE_PAGES;

function filesBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

/** Where the browser looks for `name`, named in `file`. */
function placeOf(file, name) {
  const plain = name.split(/[?#]/)[0];
  if (plain.startsWith('/t/assets/')) return path.join(root, 'phone', plain.slice('/t/assets/'.length));
  if (plain.startsWith('/manage/')) return path.join(root, plain.slice('/manage/'.length));
  const place = path.join(path.dirname(file), plain);
  return plain === '' || plain.endsWith('/') ? path.join(place, 'index.html') : place;
}

function namesIn(file) {
  const text = fs.readFileSync(file, 'utf8');
  const pattern = file.endsWith('.html') ? /(?:src|href)="([^"#][^"]*)"/g
    : /\bfrom\s+'([^']+)'|^import\s+'([^']+)'/gm;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2]).filter((name) => !name.startsWith('{{'));
}

test('every file that a page or a module names is served', { skip: root ? false : 'STARQUEUE_PAGES is not set' }, () => {
  const sources = filesBelow(root).filter((file) => /\.(html|mjs)$/.test(file));
  let named = 0;
  for (const file of sources)
    for (const name of namesIn(file)) {
      named += 1;
      assert.ok(fs.existsSync(placeOf(file, name)), `${path.relative(root, file)} names ${name}`);
    }
  assert.ok(named > 40, `only ${named} names were found`);
});
