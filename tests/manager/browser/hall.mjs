// A fresh hall for the browser's tests, and a door to it behind which everybody holds the same token.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

const programs = process.env.STARQUEUE_BIN;

function urlSaidBy(hall) {
  return new Promise((resolve, reject) => {
    let said = '';
    hall.stderr.on('data', (bytes) => {
      said += bytes;
      const url = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (url) resolve(url[0]);
    });
    hall.on('exit', (status) => reject(new Error(`the hall ended with ${status}: ${said}`)));
  });
}

/** Without an address that phones reach, tickets have no page. */
const kPhonePages = ['# public_url = "https://q.example.com"', 'public_url = "http://127.0.0.1:8470"'];

/** { url, secret(face), firstPassword(), door(face), end() }; in its settings each first text is replaced by the second. */
export async function startHall(changes = []) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'starqueue-pages-'));
  const data = path.join(folder, 'hall');
  const made = spawnSync(path.join(programs, 'starqueue'), ['init', data], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  const settings = path.join(data, 'hall.toml');
  const changed = [kPhonePages, ...changes].reduce((text, [from, to]) => text.replace(from, to),
    fs.readFileSync(settings, 'utf8'));
  fs.writeFileSync(settings, changed);
  const hall = spawn(path.join(programs, 'starqueue-hall'),
    ['--config', settings, '--data', data, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const url = await urlSaidBy(hall);
  const doors = [];
  const secret = (face) => fs.readFileSync(path.join(data, 'tokens', face), 'utf8').trim().split('\n').pop();

  const firstPassword = () => fs.readFileSync(path.join(data, 'users/admin'), 'utf8').trim();

  function door(face) {
    const forward = (request, response) => {
      const headers = { ...request.headers, authorization: `Bearer ${secret(face)}` };
      request.pipe(http.request(new URL(request.url, url), { method: request.method, headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      }));
    };
    return new Promise((resolve) => {
      const server = http.createServer(forward).listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${server.address().port}`));
      doors.push(server);
    });
  }

  async function end() {
    for (const one of doors) {
      one.closeAllConnections();
      one.close();
    }
    hall.removeAllListeners('exit');
    const ended = new Promise((resolve) => { hall.on('exit', resolve); });
    hall.kill('SIGTERM');
    await ended;
    fs.rmSync(folder, { recursive: true });
  }
  return { url, secret, firstPassword, door, end };
}
