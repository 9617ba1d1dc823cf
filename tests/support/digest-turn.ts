import { now } from "~/clock.server";
import { env } from "~/env.server";
import { sendDigests } from "~/jobs/send-digests";
import { connect } from "~db/client.server";

// One turn of the job of digests, in a process whose clock RIBERA_CLOCK says.

const pool = connect(env().databaseWebUrl ?? "", { max: 2 });
await sendDigests(env()).run(pool.db, now());
await pool.close();
