"""The page of one article: what the tables beside `articles` say of it."""

from collections import defaultdict
from typing import Any

_TABLES = {
    "regions": "SELECT code, name, level, is_primary FROM article_regions JOIN regions USING (code) "
    "WHERE article = :id ORDER BY is_primary DESC, code",
    "evidence": "SELECT concern, key, words FROM article_evidence WHERE article = :id "
    "ORDER BY concern, position",
    "images": "SELECT * FROM images WHERE article = :id ORDER BY position",
    "people": "SELECT role, name FROM article_people WHERE article = :id",
    "outlet": "SELECT outlets.* FROM outlets JOIN articles ON outlet = outlets.id "
    "WHERE articles.id = :id",
    "copies": "SELECT articles.id, title, published, outlet FROM copies AS here "
    "JOIN copies AS there USING (cluster) JOIN articles ON articles.id = there.article "
    "WHERE here.article = :id AND there.article <> :id ORDER BY published LIMIT 50",
}

_HITS = """SELECT id, snippet(articles_fts, 1, char(2), char(3), '…', 28)
FROM articles_fts JOIN articles ON articles.rowid = articles_fts.rowid
WHERE articles_fts MATCH escape_fts(:search)
    AND articles_fts.rowid IN (SELECT rowid FROM articles WHERE id IN ({ids}))"""


async def details(base: Any, name: str) -> dict[str, Any]:
    """Rows of each table, by table; evidence by concern, and there by key; people by role."""
    found: dict[str, Any] = {}
    for table, sql in _TABLES.items():
        found[table] = list((await base.execute(sql, {"id": name})).rows)
    evidence: dict[str, dict[str | None, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in found["evidence"]:
        evidence[row["concern"]][row["key"]].append(row["words"])
    people = defaultdict(list)
    for row in found["people"]:
        people[row["role"]].append(row["name"])
    codes = {row["code"] for row in found["regions"]}
    unclear = {key: said for key, said in evidence["regions"].items() if key not in codes}
    outlet = found["outlet"][0] if found["outlet"] else None
    return {**found, "evidence": evidence, "people": people, "outlet": outlet, "unclear": unclear}


async def hits(base: Any, names: list[str], search: str) -> dict[str, str]:
    """Id → the place in the text where the search found it."""
    if not names or not search.strip():
        return {}
    marks = ", ".join(f":id{number}" for number in range(len(names)))
    values = {f"id{number}": name for number, name in enumerate(names)}
    rows = await base.execute(_HITS.format(ids=marks), {**values, "search": search})
    return {row[0]: row[1] for row in rows.rows}
