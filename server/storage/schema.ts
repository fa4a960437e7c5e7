/** Version 1 of the server's database. A later version adds its statements at the end and raises user_version. */
export const schema = `
  create table if not exists workspaces (
    id text primary key,
    created integer not null,
    member_hash blob not null,
    reader_hash blob not null
  ) strict;

  create table if not exists log (
    seq integer primary key autoincrement,
    doc text not null,
    bytes blob not null
  ) strict;
  create index if not exists log_by_doc on log (doc, seq);

  create table if not exists snapshots (
    doc text primary key,
    bytes blob not null
  ) strict;

  create table if not exists documents (
    doc text primary key,
    workspace text not null,
    seq integer not null
  ) strict;
  create index if not exists documents_by_change on documents (workspace, seq);

  create table if not exists quarantine (
    id integer primary key,
    doc text not null,
    seq integer not null,
    bytes blob not null,
    why text not null
  ) strict;

  create table if not exists blobs (
    workspace text not null,
    hash text not null,
    bytes blob not null,
    primary key (workspace, hash)
  ) strict;

  create table if not exists waves (
    workspace text not null,
    id text not null,
    head text,
    parts text,
    place integer not null,
    primary key (workspace, id)
  ) strict;

  pragma user_version = 1;
`;
