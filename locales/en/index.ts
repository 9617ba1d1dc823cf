import adoption from "./adoption.json";
import api from "./api.json";
import audit from "./audit.json";
import auth from "./auth.json";
import calendar from "./calendar.json";
import commitments from "./commitments.json";
import countries from "./countries.json";
import demo from "./demo.json";
import desk from "./desk.json";
import digest from "./digest.json";
import errors from "./errors.json";
import feeds from "./feeds.json";
import files from "./files.json";
import floor from "./floor.json";
import glossary from "./glossary.json";
import home from "./home.json";
import imports from "./imports.json";
import mail from "./mail.json";
import mailbox from "./mailbox.json";
import me from "./me.json";
import minutes from "./minutes.json";
import operations from "./operations.json";
import parity from "./parity.json";
import people from "./people.json";
import proposals from "./proposals.json";
import questions from "./questions.json";
import reading from "./reading.json";
import refused from "./refused.json";
import releases from "./releases.json";
import replies from "./replies.json";
import room from "./room.json";
import rounds from "./rounds.json";
import roundtables from "./roundtables.json";
import screening from "./screening.json";
import search from "./search.json";
import shell from "./shell.json";
import summaries from "./summaries.json";
import terms from "./terms.json";
import today from "./today.json";
import unsubscribe from "./unsubscribe.json";
import vaults from "./vaults.json";
import vetting from "./vetting.json";

export default {
  adoption,
  api,
  audit,
  auth,
  calendar,
  commitments,
  countries,
  demo,
  desk,
  digest,
  errors,
  feeds,
  files,
  floor,
  glossary,
  home,
  imports,
  mail,
  mailbox,
  me,
  operations,
  minutes,
  parity,
  people,
  proposals,
  questions,
  reading,
  refused,
  releases,
  replies,
  room,
  rounds,
  roundtables,
  screening,
  search,
  shell,
  summaries,
  terms,
  today,
  unsubscribe,
  vaults,
  vetting,
};
