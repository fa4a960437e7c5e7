/**
 * The control: Hocuspocus with its usual debounced store, one row a document, as its database extension does. It
 * answers the questions our link asks beside the socket, so that the same link speaks to it.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Server } from '@hocuspocus/server';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import { type Changed, type Greeting, ping, protocolVersion, type ServerWord } from '#core/model/protocol.ts';

const [folder = '', port = '0'] = process.argv.slice(2);
const db = new DatabaseSync(join(folder, 'stock.sqlite'));
db.exec(`
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table if not exists documents (name text primary key, data blob not null);
`);
const read = db.prepare('select data from documents where name = ?');
const write = db.prepare(
  'insert into documents values (?, ?) on conflict (name) do update set data = excluded.data',
);

const greeting: Greeting = { role: 'member', seq: 0, protocol: protocolVersion };
const changed: Changed = { seq: 0, docs: [] };

const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  onRequest({ request, response }) {
    const answer = request.url?.includes('/changes') ? changed : greeting;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    // How Hocuspocus is told that the request has its answer.
    return Promise.reject(null);
  },
  async onStateless({ connection, payload }) {
    if (payload === ping) connection.sendStateless('pong' satisfies ServerWord);
  },
  async onLoadDocument({ documentName, document }) {
    const data = read.get(documentName)?.data;
    if (data instanceof Uint8Array) applyUpdate(document, data);
  },
  async onStoreDocument({ documentName, document }) {
    write.run(documentName, encodeStateAsUpdate(document));
  },
});
await server.listen();
console.log(`Sounding is ready at http://127.0.0.1:${server.address.port}/`);
