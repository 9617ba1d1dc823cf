CREATE TABLE "mail_events" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_stops" (
	"address_hash" "bytea" PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone,
	"lifted_at" timestamp (3) with time zone
);
