CREATE TABLE "red_flag_references" (
	"version_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"public_id" text NOT NULL,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (readers_of(tlp, audience, authorities)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_details" (
	"version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"content" jsonb NOT NULL,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (readers_of(tlp, audience, authorities)) STORED NOT NULL
);
--> statement-breakpoint
ALTER TABLE "red_flag_references" ADD CONSTRAINT "red_flag_references_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "red_flag_references" ADD CONSTRAINT "red_flag_references_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_details" ADD CONSTRAINT "version_details_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "red_flag_references_once" ON "red_flag_references" USING btree ("version_id","indicator_id","kind","position");--> statement-breakpoint
CREATE UNIQUE INDEX "version_details_once" ON "version_details" USING btree ("version_id","kind","position");--> statement-breakpoint
ALTER TABLE "indicators" DROP COLUMN "merged_into";--> statement-breakpoint
-- What was issued is moved to where fewer may read it; put together it is the same content, under the same hash.
ALTER TABLE advisory_versions DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE version_sections DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE version_red_flags DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE version_attachments DISABLE TRIGGER USER;--> statement-breakpoint
WITH version AS (
  SELECT v.*, CASE WHEN jsonb_typeof(v.envelope #> '{source,rest,redFlags}') = 'array' THEN v.envelope #> '{source,rest,redFlags}' ELSE '[]' END AS printed
  FROM advisory_versions v
),
label AS (
  SELECT ARRAY['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] AS ladder
),
part AS (
  SELECT version_id, tlp, content ->> 'group' AS grouped, CASE WHEN content ->> 'home' IS NULL THEN content -> 'n' END AS n FROM version_red_flags
  UNION ALL SELECT version_id, tlp, NULL, NULL FROM version_sections
  UNION ALL SELECT version_id, tlp, NULL, NULL FROM version_attachments
  UNION ALL SELECT id, tlp, NULL, NULL FROM advisory_versions
),
strictest AS (
  SELECT version_id, max(array_position(ladder, tlp)) AS step FROM part, label GROUP BY 1
),
loosest AS (
  SELECT version_id, grouped, min(array_position(ladder, tlp)) AS step FROM part, label WHERE grouped IS NOT NULL GROUP BY 1, 2
),
detail AS (
  SELECT v.id, 'group' AS kind, g.i, g.content, coalesce(l.step, s.step) AS step
  FROM version v JOIN strictest s ON s.version_id = v.id CROSS JOIN jsonb_array_elements(v.envelope -> 'groups') WITH ORDINALITY AS g(content, i)
    LEFT JOIN loosest l ON l.grouped = g.content ->> 'id' AND l.version_id = v.id
  UNION ALL
  SELECT v.id, 'key-term', k.i, k.content,
         CASE WHEN k.content ->> 'appliesTo' IS NULL THEN array_position((SELECT ladder FROM label), v.tlp) ELSE coalesce(l.step, s.step) END
  FROM version v JOIN strictest s ON s.version_id = v.id CROSS JOIN jsonb_array_elements(v.envelope #> '{filing,us,keyTerms}') WITH ORDINALITY AS k(content, i)
    LEFT JOIN loosest l ON l.grouped = k.content ->> 'appliesTo' AND l.version_id = v.id
  UNION ALL
  SELECT v.id, 'printed', p.i, p.content, coalesce(array_position((SELECT ladder FROM label), f.tlp), s.step)
  FROM version v JOIN strictest s ON s.version_id = v.id CROSS JOIN jsonb_array_elements(v.printed) WITH ORDINALITY AS p(content, i)
    LEFT JOIN part f ON f.n = p.content -> 'n' AND f.version_id = v.id
)
INSERT INTO version_details (version_id, kind, position, content, tlp, audience, authorities)
SELECT d.id, d.kind, d.i, d.content, label.ladder[d.step], v.audience, v.authorities FROM detail d JOIN version v ON v.id = d.id, label
UNION ALL
SELECT v.id, 'audience', 1, v.envelope -> 'audience', 'RED', '{"jurisdictions": [], "sectors": [], "organisations": [], "members": []}', v.authorities FROM version v;--> statement-breakpoint
INSERT INTO red_flag_references (version_id, indicator_id, kind, position, public_id, tlp, audience, authorities)
SELECT f.version_id, f.indicator_id, 'combines-with', c.i, c.named, f.tlp, f.audience, f.authorities
FROM version_red_flags f, jsonb_array_elements_text(f.content -> 'combinesWith') WITH ORDINALITY AS c(named, i)
UNION ALL
SELECT f.version_id, f.indicator_id, 'merged-into', 1, f.content ->> 'mergedInto', f.tlp, f.audience, f.authorities
FROM version_red_flags f WHERE f.content ->> 'mergedInto' IS NOT NULL;--> statement-breakpoint
UPDATE advisory_versions SET envelope = ((CASE WHEN jsonb_typeof(envelope #> '{source,rest,redFlags}') = 'array' AND envelope #> '{source,rest,redFlags}' <> '[]'
  THEN envelope #- '{source,rest,redFlags}' ELSE envelope END) #- '{filing,us,keyTerms}') - ARRAY['groups', 'audience'];--> statement-breakpoint
UPDATE version_red_flags SET content = content || '{"combinesWith": [], "mergedInto": null}'
WHERE content -> 'combinesWith' <> '[]' OR content -> 'mergedInto' <> 'null';--> statement-breakpoint
-- Places told how many parts stand between two that a reader sees. Scattered ones tell nothing but the order.
DO $$
DECLARE room record;
BEGIN
  FOR room IN SELECT * FROM (VALUES ('version_sections', 'version_id'), ('version_red_flags', 'version_id'), ('version_attachments', 'version_id'),
      ('version_details', 'version_id, kind'), ('red_flag_references', 'version_id, indicator_id, kind')) AS t(name, whole) LOOP
    EXECUTE format('UPDATE %1$I t SET position = scattered.place FROM (
        SELECT o.id, r.place FROM
          (SELECT ctid AS id, %2$s, row_number() OVER (PARTITION BY %2$s ORDER BY position) AS i FROM %1$I) o
          JOIN (SELECT %2$s, draw + row_number() OVER (PARTITION BY %2$s ORDER BY draw) AS place, row_number() OVER (PARTITION BY %2$s ORDER BY draw) AS i
                FROM (SELECT %2$s, (random() * 1000000000)::int AS draw FROM %1$I) drawn) r USING (%2$s, i)
      ) scattered WHERE t.ctid = scattered.id', room.name, room.whole);
  END LOOP;
END $$;--> statement-breakpoint
ALTER TABLE advisory_versions ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE version_sections ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE version_red_flags ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE version_attachments ENABLE TRIGGER USER;
