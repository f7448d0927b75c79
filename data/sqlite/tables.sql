-- Tables beside `articles` in the SQLite export. `article` is articles.id; `position` counts from 0.
CREATE TABLE dataset (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE outlets (
    id TEXT PRIMARY KEY,
    name TEXT,
    url TEXT,
    network TEXT,
    region TEXT REFERENCES regions (code),
    rights TEXT
) WITHOUT ROWID;
CREATE TABLE regions (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    province TEXT REFERENCES regions (code)
) WITHOUT ROWID;
CREATE TABLE article_regions (
    article TEXT REFERENCES articles (id),
    code TEXT REFERENCES regions (code),
    is_primary INTEGER,
    PRIMARY KEY (article, code)
) WITHOUT ROWID;
CREATE TABLE article_bodies (
    article TEXT REFERENCES articles (id), body TEXT, PRIMARY KEY (article, body)
) WITHOUT ROWID;
CREATE TABLE article_offices (
    article TEXT REFERENCES articles (id), office TEXT, PRIMARY KEY (article, office)
) WITHOUT ROWID;
CREATE TABLE article_topics (
    article TEXT REFERENCES articles (id), topic TEXT, PRIMARY KEY (article, topic)
) WITHOUT ROWID;
CREATE TABLE article_tags (
    article TEXT REFERENCES articles (id), tag TEXT, PRIMARY KEY (article, tag)
) WITHOUT ROWID;
CREATE TABLE article_people (
    article TEXT REFERENCES articles (id), name TEXT, role TEXT, PRIMARY KEY (article, role, name)
) WITHOUT ROWID;
-- What on the page says so: verbatim lines and signs behind `published`, `credits`, `regions`,
-- `government`, `origin`; for regions with the code, or the candidates of an ambiguous name.
CREATE TABLE article_evidence (
    article TEXT REFERENCES articles (id),
    concern TEXT,
    position INTEGER,
    key TEXT,
    words TEXT,
    PRIMARY KEY (article, concern, position)
) WITHOUT ROWID;
CREATE TABLE images (
    article TEXT REFERENCES articles (id),
    position INTEGER,
    url TEXT,
    caption TEXT,
    credit TEXT,
    photographer TEXT,
    organisation TEXT,
    credit_type TEXT,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE TABLE copies (
    article TEXT PRIMARY KEY REFERENCES articles (id),
    cluster TEXT,
    cluster_size INTEGER,
    first_published TEXT,
    copy_ratio REAL
) WITHOUT ROWID;
