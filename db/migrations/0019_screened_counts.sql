CREATE TABLE "screened_counts" (
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "screened_counts_day_kind_pk" PRIMARY KEY("day","kind"),
	CONSTRAINT "screened_counts_kind" CHECK (kind ~ '^[a-z]{2,12}$'),
	CONSTRAINT "screened_counts_count" CHECK (count > 0)
);
