import { type Kysely, sql } from 'kysely';

/** `DOSS`: says whose file it is. */
export const APPLICATION_ID = 0x444f5353;

export async function first(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `PRAGMA application_id = ${APPLICATION_ID}`,
  `CREATE TABLE changes (
    run TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    step TEXT NOT NULL,
    diff TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (run, seq)
  ) STRICT`,
  `CREATE TRIGGER changes_never_altered BEFORE UPDATE ON changes
    BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END`,
  `CREATE TRIGGER changes_never_deleted BEFORE DELETE ON changes
    BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END`,
  `CREATE TRIGGER changes_without_gaps BEFORE INSERT ON changes
    WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM changes WHERE run = NEW.run)
    BEGIN SELECT RAISE(ABORT, 'the log has neither gaps nor forks'); END`,

  `CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    changes INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE findings (
    n INTEGER PRIMARY KEY,
    run TEXT NOT NULL,
    id TEXT NOT NULL,
    question TEXT NOT NULL,
    status TEXT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (run, id)
  ) STRICT`,

  `CREATE TABLE documents (
    doc INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    reader TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    page_count INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    first_reading INTEGER NOT NULL,
    last_reading INTEGER NOT NULL,
    indexed INTEGER NOT NULL,
    UNIQUE (sha256, reader)
  ) STRICT`,
  `CREATE TABLE pages (
    doc INTEGER NOT NULL REFERENCES documents,
    page INTEGER NOT NULL,
    label TEXT NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (doc, page)
  ) STRICT`,
  `CREATE TABLE readings (
    n INTEGER PRIMARY KEY,
    doc INTEGER NOT NULL REFERENCES documents,
    page INTEGER NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX readings_by_page ON readings (doc, page, n)',
  'CREATE INDEX readings_by_id ON readings (id)',
  `CREATE VIRTUAL TABLE reading_text USING fts5(
    section, title, body, labels, numbers,
    content = '', tokenize = 'porter unicode61 remove_diacritics 2'
  )`,
];
