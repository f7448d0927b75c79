-- Codes that regions.csv does not know, so that every reference leads somewhere.
INSERT OR IGNORE INTO regions (code, name, level) SELECT code, code, '' FROM article_regions;
INSERT OR IGNORE INTO regions (code, name, level)
    SELECT province_code, province_code, '' FROM articles WHERE province_code IS NOT NULL;
-- Made after all rows are in: quicker than row by row.
CREATE INDEX articles_newest ON articles (newest);
CREATE INDEX articles_day ON articles (published_day);
CREATE INDEX articles_month ON articles (published_month);
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_region ON articles (region_code);
CREATE INDEX articles_province ON articles (province_code);
CREATE INDEX articles_origin ON articles (origin);
-- What the explorer counts articles by, without reading their texts.
CREATE INDEX articles_facets ON articles (id, province_code, outlet, origin, published_day);
CREATE INDEX regions_of ON article_regions (code);
CREATE INDEX bodies_of ON article_bodies (body);
CREATE INDEX offices_of ON article_offices (office);
CREATE INDEX topics_of ON article_topics (topic);
CREATE INDEX tags_of ON article_tags (tag);
CREATE INDEX people_of ON article_people (name);
CREATE INDEX copies_of ON copies (cluster);
CREATE VIEW articles_by_month_region AS
    SELECT published_month AS month, region_code, name AS region_name, count(*) AS articles,
        sum(origin = 'handout') AS handouts
    FROM articles LEFT JOIN regions ON code = region_code
    GROUP BY published_month, region_code;
CREATE VIEW articles_by_month_outlet AS
    SELECT published_month AS month, outlet, name AS outlet_name, count(*) AS articles,
        sum(origin = 'handout') AS handouts
    FROM articles LEFT JOIN outlets ON outlets.id = outlet
    GROUP BY published_month, outlet;
CREATE VIEW articles_by_body AS
    SELECT body, count(*) AS articles, min(published_day) AS first_day, max(published_day) AS last_day
    FROM article_bodies JOIN articles ON id = article
    GROUP BY body;
